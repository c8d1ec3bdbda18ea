import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { readOpenDocument } from '../location';
import { settings } from '../settings';

const home = `${window.location.origin}/`;
const storage = new WebStorageStateStore({ store: window.sessionStorage });

/** Signs in by authorization code with PKCE. Tokens are kept for this tab, so that they outlive a reload and no more. */
export const userManager = new UserManager({
  authority: settings.authority,
  client_id: settings.clientId,
  redirect_uri: home,
  post_logout_redirect_uri: home,
  scope: settings.scope,
  extraQueryParams: { audience: settings.audience },
  userStore: storage,
  stateStore: storage,

  // access-token.ts renews when a request needs it: two renewals at once would use one refresh token twice, which ends the sign-in.
  automaticSilentRenew: false,
});

/** Goes with a request to the issuer and comes back: a person finds the document open that was open before. */
export interface ReturnState {
  openId: string | null;
}

export const returnHere = (): ReturnState => ({ openId: readOpenDocument() });
