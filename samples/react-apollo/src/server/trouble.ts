import { CombinedGraphQLErrors, makeVar, ServerError } from '@apollo/client';
import { SignInNeededError } from '../sign-in/access-token';

/** What stands between this page and the server, whatever is asked. */
export type Trouble = 'signed-out' | 'unreachable' | 'busy';

export const trouble = makeVar<Trouble | null>(null);

/** OD0300: the token is not valid (any more). */
export const tokenIsRefused = (error: unknown): boolean => codesOf(error).includes('OD0300');

/** Null where it is about the request alone. */
export function findTrouble(error: unknown): Trouble | null {
  const codes = codesOf(error);
  if (error instanceof SignInNeededError || codes.includes('OD0300')) {
    return 'signed-out';
  }

  if (codes.includes('OD0120') || codes.includes('OD0121') || (ServerError.is(error) && error.statusCode >= 429)) {
    return 'busy';
  }

  // fetch says by a TypeError that there was no answer.
  return error instanceof TypeError ? 'unreachable' : null;
}

/** In words for a person; what is to be done about it the banner says. */
export function describe(error: unknown): string {
  switch (findTrouble(error)) {
    case 'signed-out':
      return 'Your sign-in has ended.';
    case 'unreachable':
      return 'The server can’t be reached.';
    case 'busy':
      return 'The server has too much to do right now.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

function codesOf(error: unknown): unknown[] {
  return CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.['code']) : [];
}
