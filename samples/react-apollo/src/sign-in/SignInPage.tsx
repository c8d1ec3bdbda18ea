import { useAuth } from 'react-oidc-context';
import { describe } from '../server/trouble';
import { Notice } from '../ui/Notice';
import { returnHere } from './user-manager';

/** What somebody sees who is not signed in. */
export function SignInPage() {
  const auth = useAuth();
  const signIn = () => void auth.signinRedirect({ state: returnHere() });
  return (
    <main className="sign-in">
      <h1>Documents</h1>
      <p>Write documents, share them with the people you choose, and see what they share with you.</p>
      {auth.error && <Notice kind="problem">You could not be signed in. {describe(auth.error.innerError)} Please try again.</Notice>}
      <button type="button" className="primary" disabled={auth.isLoading} onClick={signIn}>
        Sign in
      </button>
    </main>
  );
}
