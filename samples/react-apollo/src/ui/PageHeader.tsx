import { useAuth } from 'react-oidc-context';
import { userManager } from '../sign-in/user-manager';

interface PageHeaderProps {
  subject: string;
  onSignOut(): void;
}

export function PageHeader({ subject, onSignOut }: PageHeaderProps) {
  const auth = useAuth();
  async function signOut() {
    onSignOut();

    // Where the issuer can't be reached, this page at least has forgotten its tokens.
    await userManager.signoutRedirect().catch(() => userManager.removeUser());
  }

  return (
    <header className="page-header">
      <a className="skip" href="#document">Skip the list</a>
      <h1>Documents</h1>
      <p>
        <span className="dim">signed in as</span> <strong>{auth.user?.profile.name ?? subject}</strong>
      </p>
      <button type="button" onClick={() => void signOut()}>Sign out</button>
    </header>
  );
}
