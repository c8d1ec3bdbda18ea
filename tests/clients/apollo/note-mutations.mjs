import { gql } from '@apollo/client';

const createNoteMutation = gql`
  mutation CreateNote($input: CreateNoteInput!) {
    createNote(input: $input) {
      note { id title }
      errors { ... on Error { message } ... on ValidationError { path code } }
    }
  }
`;

const deleteNoteMutation = gql`
  mutation DeleteNote($input: DeleteNoteInput!) {
    deleteNote(input: $input) {
      note { id }
      errors { ... on Error { message } }
    }
  }
`;

/** Makes a note and puts it in front of the lists that are shown. The answer has the note, or `errors` with what is wrong. */
export async function createNote(client, input) {
  const { data } = await client.mutate({
    mutation: createNoteMutation,
    variables: { input },
    update(cache, { data: { createNote: { note } } }) {
      if (note) {
        cache.modify({
          fields: {
            notes: (connection, { toReference }) => ({
              ...connection,
              edges: [{ __typename: 'NoteEdge', cursor: '', node: toReference(cache.identify(note)) }, ...connection.edges],
              totalCount: connection.totalCount + 1,
            }),
          },
        });
      }
    },
  });
  return data.createNote;
}

/** Deletes a note and takes it out of every list, by evicting it from the cache. */
export async function deleteNote(client, id) {
  const { data } = await client.mutate({
    mutation: deleteNoteMutation,
    variables: { input: { id } },
    update(cache, { data: { deleteNote: { note } } }) {
      if (note) {
        cache.modify({ fields: { notes: (connection) => ({ ...connection, totalCount: connection.totalCount - 1 }) } });
        cache.evict({ id: cache.identify(note) });
      }
    },
  });
  return data.deleteNote;
}
