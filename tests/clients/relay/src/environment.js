import { Environment, Network, RecordSource, Store } from 'relay-runtime';

/** `getToken` is asked before each request, so that a renewed token is sent from then on. */
export function createEnvironment({ url, getToken }) {
  const network = Network.create(async ({ text: query }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json',
        Authorization: `Bearer ${await getToken()}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return await response.json();
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}
