import { useMemo } from 'react';
import { ApolloProvider } from '@apollo/client/react';
import { useAuth } from 'react-oidc-context';
import { DocumentsPage } from './documents/DocumentsPage';
import { createClient } from './server/client';
import { SignInPage } from './sign-in/SignInPage';

/** An expired token keeps nobody out of here: it is renewed with the next request, and if it can't be, what was typed stays on the page. */
export function App() {
  const { user, isLoading, activeNavigator } = useAuth();
  const subject = user?.profile.sub;

  // Each person's own cache: nothing of one is ever shown to another.
  const client = useMemo(() => (subject === undefined ? undefined : createClient()), [subject]);
  if (client === undefined || subject === undefined) {
    return isLoading && activeNavigator === undefined ? <p className="loading" role="status">One moment…</p> : <SignInPage />;
  }

  return (
    <ApolloProvider client={client}>
      <DocumentsPage subject={subject} />
    </ApolloProvider>
  );
}
