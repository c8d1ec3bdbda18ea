import { type ApolloCache, isReference, type Reference } from '@apollo/client';
import type { ModifierDetails } from '@apollo/client/cache';

interface Connection {
  edges: readonly { node: Reference }[];
  totalCount: number;
}

// A list's condition is in its key in the cache.
const hasCondition = (storeFieldName: string) => storeFieldName.includes('"where":{');

function changeLists(cache: ApolloCache, change: (connection: Connection, details: ModifierDetails) => Connection) {
  cache.modify<{ documents: Connection }>({
    fields: { documents: (connection, details) => (isReference(connection) ? connection : change(connection, details)) },
  });
}

/** Puts a document in front of the lists without a condition; the others are read again when they are shown, since the server knows what meets theirs. */
export function addToLists(cache: ApolloCache, id: string) {
  changeLists(cache, (connection, { storeFieldName, toReference }) => {
    const node = toReference({ __typename: 'Document', id });
    if (hasCondition(storeFieldName) || node === undefined) {
      return connection;
    }

    const edge = { __typename: 'DocumentEdge', cursor: '', node };
    return { ...connection, edges: [edge, ...connection.edges], totalCount: connection.totalCount + 1 };
  });
}

/** Takes a document out of the lists that have it, and out of the cache. */
export function removeFromLists(cache: ApolloCache, id: string) {
  const key = cache.identify({ __typename: 'Document', id })!;
  changeLists(cache, (connection) => {
    const edges = connection.edges.filter(({ node }) => node.__ref !== key);
    return { ...connection, edges, totalCount: connection.totalCount - connection.edges.length + edges.length };
  });
  cache.evict({ id: key });
}
