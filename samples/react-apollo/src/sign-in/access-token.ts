import { ErrorResponse, type User } from 'oidc-client-ts';
import { userManager } from './user-manager';

const reserve = 10;
let renewal: Promise<string> | undefined;

/** The issuer gives no further token: the person has to sign in again. */
export class SignInNeededError extends Error {
  constructor(options?: ErrorOptions) {
    super('Your sign-in has ended.', options);
    this.name = 'SignInNeededError';
  }
}

/** A token that is good for the next seconds, renewed if need be. Throws `SignInNeededError`, or what `fetch` throws if the issuer can't be reached. */
export async function getAccessToken(): Promise<string> {
  const user = await userManager.getUser();
  return user && (user.expires_in ?? 0) > reserve ? user.access_token : await renewAccessToken();
}

/** Another token, for one that the server refuses. Those who ask meanwhile get the same. */
export function renewAccessToken(): Promise<string> {
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renew(): Promise<string> {
  const user = await userManager.getUser();
  if (!user?.refresh_token) {
    throw new SignInNeededError();
  }

  const renewed = await userManager.signinSilent().catch((error: unknown): User | null => {
    throw error instanceof ErrorResponse ? new SignInNeededError({ cause: error }) : error;
  });
  if (!renewed) {
    throw new SignInNeededError();
  }

  return renewed.access_token;
}
