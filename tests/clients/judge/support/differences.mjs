// Where our errors are meant to differ from those of graphql-js 16: each with its reason. What is not here must be the same.

/** Rules of graphql-js that have no counterpart in ours. */
export const leftOutRules = {
  MaxIntrospectionDepthRule: 'A limit, not a rule of the specification: ours on introspection belongs to execution and has its own code.',
};

const conditionsOfSubscriptions = {
  reason: '§5.2.4.1, September 2025: @skip and @include are forbidden at the root; graphql-js evaluates them, and counts what is left.',
  matches: ({ line, ours }) => /Subscription .*must (not )?(use|select)/.test(line) && ours.some((other) => other.includes('must not use `@skip`')),
};

const fragmentsOfOneName = {
  reason: 'Of several fragments of one name, the last is the one that is followed for cycles and conflicts; graphql-js follows now one, now the other.',
  matches: ({ line, ours }) => /^(Cannot spread|Fields )/.test(line) && ours.some((other) => other.startsWith('There can be only one fragment named')),
};

/** Errors that only we report. */
export const onlyOurs = [
  {
    reason: '§5.2.1.1, new in September 2025: graphql-js says so when it executes.',
    matches: ({ line }) => /^Schema is not configured to execute (mutation|subscription) operation\./.test(line),
  },
  {
    reason: 'Our custom scalars check their literals; a schema built from SDL by graphql-js lets all pass.',
    matches: ({ line }) => /^(\w+) cannot represent/.test(line) && !/^(Int|Float|String|Boolean|ID) /.test(line),
  },
  {
    reason: '§4.2, September 2025: `includeDeprecated` is a `Boolean!`; it is a `Boolean` in graphql-js 16.',
    matches: ({ line }) => /^Expected value of type "Boolean!", found null\.|in position expecting type "Boolean!"/.test(line),
  },
  conditionsOfSubscriptions,
  fragmentsOfOneName,
];

/** Errors that only graphql-js reports. */
export const onlyTheirs = [
  {
    reason: 'Where fragments form a cycle, what they merge to has no end: fields are compared once the cycle is gone.',
    matches: ({ line, ours }) => line.startsWith('Fields ') && ours.some((other) => other.startsWith('Cannot spread fragment')),
  },
  conditionsOfSubscriptions,
  fragmentsOfOneName,
];

/** What graphql-js can't answer: it throws instead. */
export const thrown = [
  {
    reason: 'Its rule on subscriptions evaluates @skip and @include of the root with no variables at hand.',
    matches: (error, text) => /runtime value|must not be null|has invalid value|was not provided/.test(error.message) && text.includes('subscription'),
  },
];

/** Coercion whose answers differ. */
export const coercions = [
  {
    reason: 'An ID is the integer as it is written: 1e21 is not written as one. graphql-js sees a number only, and prints it back.',
    matches: ([definitions, { v }]) => /: \[?ID/.test(definitions) && v === 1e21,
  },
];
