import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { settings } from '../settings';
import { getAccessToken } from '../sign-in/access-token';
import { createCache } from './cache';
import { renewalLink } from './renewal-link';
import { troubleLink } from './trouble-link';

const authorizationLink = new SetContextLink(async ({ headers }) => ({
  headers: { ...headers, authorization: `Bearer ${await getAccessToken()}` },
}));

/** A request's way: what goes wrong with it is noted, a refused token renewed, a token sent. */
export function createClient() {
  return new ApolloClient({
    link: ApolloLink.from([troubleLink, renewalLink, authorizationLink, new HttpLink({ uri: settings.api })]),
    cache: createCache(),
  });
}
