import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthProvider } from 'react-oidc-context';
import type { User } from 'oidc-client-ts';
import { App } from './App';
import { openInstead } from './location';
import { type ReturnState, userManager } from './sign-in/user-manager';
import { Safe } from './ui/Safe';
import './style.css';

function goOn(user: User | undefined) {
  openInstead((user?.state as ReturnState | undefined)?.openId ?? null);
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AuthProvider userManager={userManager} onSigninCallback={goOn}>
      <Safe>
        <App />
      </Safe>
    </AuthProvider>
  </StrictMode>,
);
