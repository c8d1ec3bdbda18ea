import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from '../gql/possible-types.json';

/** Documents are kept under their id, which is unique by itself; a list grows page by page, for each condition its own. */
export function createCache() {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: { Query: { fields: { documents: relayStylePagination(['where', 'order']) } } },
  });
}
