import { useApolloClient, useReactiveVar } from '@apollo/client/react';
import { ViewerDocument } from '../gql/graphql';
import { returnHere, userManager } from '../sign-in/user-manager';
import { Notice } from '../ui/Notice';
import { trouble, type Trouble } from './trouble';

const texts: Record<Trouble, string> = {
  'signed-out': 'Your sign-in has ended. What you typed is kept, and is here again when you have signed in.',
  unreachable: 'The server can’t be reached. What you typed is kept.',
  busy: 'The server has too much to do right now. What you typed is kept.',
};

/** Above everything, as long as the server can't be asked: what happened, and what to do. */
export function TroubleBanner() {
  const client = useApolloClient();
  const current = useReactiveVar(trouble);
  if (current === null) {
    return null;
  }

  const signIn = () => void userManager.signinRedirect({ state: returnHere() }).catch(() => trouble('unreachable'));
  const tryAgain = async () => {
    await client.query({ query: ViewerDocument, fetchPolicy: 'network-only' });
    await client.refetchQueries({ include: 'active', onQueryUpdated: (query) => query.getCurrentResult().error !== undefined });
  };
  return (
    <Notice kind="problem">
      {texts[current]}{' '}
      {current === 'signed-out' ? (
        <button type="button" onClick={signIn}>Sign in again</button>
      ) : (
        <button type="button" onClick={() => void tryAgain().catch(() => undefined)}>Try again</button>
      )}
    </Notice>
  );
}
