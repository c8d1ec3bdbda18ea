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

// A list of a condition has it in its key in the cache.
const hasCondition = (storeFieldName) => storeFieldName.includes('"where"');

/** Makes a note and puts it in front of the lists without a condition. The answer has the note, or `errors` with what is wrong. */
export async function createNote(client, input) {
  const { data } = await client.mutate({
    mutation: createNoteMutation,
    variables: { input },
    update(cache, { data: { createNote: { note } } }) {
      if (note) {
        cache.modify({
          fields: {
            notes: (connection, { storeFieldName, toReference }) => (hasCondition(storeFieldName) ? connection : {
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
        cache.modify({
          fields: {
            notes(connection, { readField, storeFieldName }) {
              const wasIn = !hasCondition(storeFieldName) || connection.edges.some((edge) => readField('id', edge.node) === id);
              return wasIn ? { ...connection, totalCount: connection.totalCount - 1 } : connection;
            },
          },
        });
        cache.evict({ id: cache.identify(note) });
      }
    },
  });
  return data.deleteNote;
}
