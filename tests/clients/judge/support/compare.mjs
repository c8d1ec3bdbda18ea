// Both sides' errors in one form, and the list of what differs.
import assert from 'node:assert/strict';

/** `message (line:column) …`, in an order that does not depend on the order of rules. */
export const linesOf = (errors) =>
  errors.map((error) => [error.message, ...(error.locations ?? []).map(({ line, column }) => `(${line}:${column})`)].join(' ')).sort();

/** Fails with the first few differences, each with what was asked. */
export function assertNone(differences, compared) {
  const shown = differences
    .slice(0, 5)
    .map(({ asked, theirs, ours }) => `${asked}\n  graphql-js: ${show(theirs)}\n  ours:       ${show(ours)}`);
  assert.equal(differences.length, 0, `${differences.length} of ${compared} differ:\n${shown.join('\n')}`);
}

const show = (value) => JSON.stringify(value, null, 1)?.replaceAll('\n', '\n    ');
