/** Why something was not done: what a payload's `errors` hold, or a failed request in words. */
export interface Problem {
  __typename?: string;
  message: string;
  /** Of a ValidationError: where in the input, from `input` down. */
  path?: string[];
}

/** Those of one input. */
export const problemsOf = (problems: readonly Problem[], ...fields: string[]): Problem[] =>
  problems.filter(({ path }) => path !== undefined && fields.includes(path[1] ?? ''));

/** Those that belong to none of these inputs. */
export const otherProblems = (problems: readonly Problem[], ...fields: string[]): Problem[] =>
  problems.filter(({ path }) => path === undefined || !fields.includes(path[1] ?? ''));
