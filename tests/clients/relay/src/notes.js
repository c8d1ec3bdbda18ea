import { commitMutation, fetchQuery, getSingularSelector, graphql } from 'relay-runtime';

/** What a component shows of a note. A note without a text is not shown. */
export const note = graphql`
  fragment notes_note on Note @refetchable(queryName: "notesNoteQuery") {
    id
    title
    body @required(action: NONE)
    notebook { name }
    can { update delete }
  }
`;

/** A list that grows forwards. */
export const list = graphql`
  fragment notes_list on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "notesListPageQuery") {
    notes(first: $count, after: $cursor, order: [{ createdAt: ASC }]) @connection(key: "notes_notes") @required(action: THROW) {
      __id
      edges { node { id title ...notes_note } }
    }
  }
`;

/** A list that starts with the latest and grows backwards. */
export const latest = graphql`
  fragment notes_latest on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
  @refetchable(queryName: "notesLatestPageQuery") {
    latest: notes(last: $count, before: $cursor, order: [{ createdAt: ASC }]) @connection(key: "notes_latest") {
      edges { node { title } }
      pageInfo { hasPreviousPage startCursor }
    }
  }
`;

export const query = graphql`
  query notesQuery {
    ...notes_list
    ...notes_latest
  }
`;

/** Puts the new note at the end of the lists whose `__id`s are given. */
const create = graphql`
  mutation notesCreateMutation($input: CreateNoteInput!, $connections: [ID!]!) {
    createNote(input: $input) {
      note @appendNode(connections: $connections, edgeTypeName: "NoteEdge") { id title ...notes_note }
      errors { __typename ... on Error { message } ... on ValidationError { path code } }
    }
  }
`;

const update = graphql`
  mutation notesUpdateMutation($input: UpdateNoteInput!) {
    updateNote(input: $input) {
      note { ...notes_note }
      errors { __typename ... on Error { message } }
    }
  }
`;

/** Takes the note out of every list. */
const remove = graphql`
  mutation notesDeleteMutation($input: DeleteNoteInput!) {
    deleteNote(input: $input) {
      note { id @deleteRecord }
      errors { __typename ... on Error { message } }
    }
  }
`;

/** Reads a query from the server. The data is what the store keeps, and stays up to date when `retain`ed by a component. */
export const load = (environment, document, variables = {}) => fetchQuery(environment, document, variables).toPromise();

/** What a component of that fragment sees now, given its parent's data. */
export const see = (environment, fragment, parent) => environment.lookup(getSingularSelector(fragment, parent)).data;

export const createNote = (environment, input, connections) => commit(environment, create, { input, connections });
export const updateNote = (environment, input) => commit(environment, update, { input });
export const deleteNote = (environment, id) => commit(environment, remove, { input: { id } });

function commit(environment, mutation, variables) {
  return new Promise((resolve, reject) => {
    commitMutation(environment, { mutation, variables, onCompleted: (data) => resolve(Object.values(data)[0]), onError: reject });
  });
}
