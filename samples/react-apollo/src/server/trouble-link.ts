import { ApolloLink, CombinedGraphQLErrors } from '@apollo/client';
import { tap } from 'rxjs';
import { findTrouble, trouble } from './trouble';

/** Notes what stands between this page and the server, and that it is over when an answer comes. */
export const troubleLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    tap({
      next: (result) => trouble(result.errors ? findTrouble(new CombinedGraphQLErrors(result, result.errors)) : null),
      error: (error: unknown) => trouble(findTrouble(error)),
    }),
  ),
);
