import type { TypedDocumentString } from './gql/graphql.js';

export class RequestError extends Error {
  /** The codes of docs/errors.md. */
  readonly codes: string[];

  constructor(readonly status: number, errors: { message: string; extensions?: { code?: string } }[]) {
    super(errors.map((error) => error.message).join('\n'));
    this.codes = errors.flatMap((error) => error.extensions?.code ?? []);
  }
}

/** Runs an operation: its data, typed by the document as its variables are. */
export async function execute<Result, Variables>(
  url: string,
  token: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = await response.json();
  if (errors) {
    throw new RequestError(response.status, errors);
  }

  return data;
}
