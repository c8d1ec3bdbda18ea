import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap } from 'rxjs';
import { renewAccessToken } from '../sign-in/access-token';
import { tokenIsRefused } from './trouble';

/** Sends a request once more, with another token, whose token the server refuses although it looked good here. */
export const renewalLink = new ErrorLink(({ error, operation, forward }) => {
  if (!tokenIsRefused(error) || operation.getContext()['isSentAgain']) {
    return undefined;
  }

  operation.setContext({ isSentAgain: true });
  return from(renewAccessToken()).pipe(switchMap(() => forward(operation)));
});
