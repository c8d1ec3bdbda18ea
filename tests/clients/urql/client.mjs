import { cacheExchange, Client, fetchExchange } from '@urql/core';

/**
 * The document cache: an answer is kept until a mutation answers with a type that was in it. `getToken` gives the token of the moment, or nothing.
 * Short queries go by GET, which the server runs where a header says that no page of another site sent it.
 */
export function createClient({ url, getToken, fetch }) {
  return new Client({
    url,
    fetch,
    fetchOptions() {
      const token = getToken();
      return { headers: { 'GraphQL-Preflight': '1', ...(token && { Authorization: `Bearer ${token}` }) } };
    },
    exchanges: [cacheExchange, fetchExchange],
  });
}

/** Lists that may be empty have no type to be known by, so a mutation says which it touches. */
export const noteLists = { additionalTypenames: ['Note'] };
