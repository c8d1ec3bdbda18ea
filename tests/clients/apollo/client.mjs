import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { relayStylePagination } from '@apollo/client/utilities';

/** Objects are kept under their type and their id, which is unique by itself; a list grows page by page, for each condition and order its own. */
export function createCache(possibleTypes) {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          notes: relayStylePagination(['where', 'order']),
          // One that a list has read already is not asked for again.
          note: { read: (note, { args, toReference }) => (note === undefined ? toReference({ __typename: 'Note', id: args.id }) : note) },
        },
      },
    },
  });
}

/** `getToken` is asked before each request, so that a renewed token is sent from then on. */
export function createClient({ url, getToken, possibleTypes, fetch }) {
  const authorization = new SetContextLink(async ({ headers }) => ({ headers: { ...headers, authorization: `Bearer ${await getToken()}` } }));
  const http = new HttpLink({ uri: url, fetch });
  return new ApolloClient({ link: ApolloLink.from([authorization, http]), cache: createCache(possibleTypes) });
}
