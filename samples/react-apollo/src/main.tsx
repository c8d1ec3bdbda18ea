import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AuthProvider } from 'react-oidc-context';
import type { User } from 'oidc-client-ts';
import { App } from './App';
import { openPath } from './location';
import { type ReturnState, userManager } from './sign-in/user-manager';
import './style.css';

function goOn(user: User | undefined) {
  openPath((user?.state as ReturnState | undefined)?.returnTo ?? '/');
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AuthProvider userManager={userManager} onSigninCallback={goOn}>
      <App />
    </AuthProvider>
  </StrictMode>,
);
