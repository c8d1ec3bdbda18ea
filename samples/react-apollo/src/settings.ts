/** What the files .env and .env.local say, at build. */
interface Settings {
  VITE_API: string;
  VITE_AUTHORITY: string;
  VITE_CLIENT_ID: string;
  VITE_AUDIENCE: string;
}

const environment = import.meta.env as unknown as Settings;

export const settings = {
  /** The address of GraphQL. */
  api: environment.VITE_API,
  authority: environment.VITE_AUTHORITY,
  clientId: environment.VITE_CLIENT_ID,
  /** The API's name at the issuer; Auth0 gives a token that no API can read where it is missing. */
  audience: environment.VITE_AUDIENCE,
  /** `offline_access` is for a refresh token, by which the access token is renewed without the person. */
  scope: 'openid profile offline_access read:documents write:documents',
};
