// What tools learn of the schema over HTTP: it is the one in the repository, whichever way and with whichever year's introspection they ask.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { InMemoryCache } from '@apollo/client';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildClientSchema, buildSchema, getIntrospectionQuery, parse, print } from 'graphql';
import { startServer } from '../support/server.mjs';

const text = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');
const committed = buildSchema(text);
let server;
before(async () => {
  server = await startServer();
});
after(() => server.stop());

async function ask(query, operationName) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, operationName }),
  });
  const answer = await response.json();
  assert.deepEqual([response.status, answer.errors], [200, undefined]);
  return answer.data;
}

/** The changes that would break a client that was built with the first schema, and with the second runs against the server. */
const breaks = async (before, after) =>
  (await diff(before, after)).filter((change) => change.criticality.level === CriticalityLevel.Breaking).map((change) => change.message);

test('graphql-inspector finds no change between the schema in the repository and the one that the server prints', async () => {
  const printed = await (await fetch(`${server.url}?sdl`)).text();

  assert.deepEqual(await diff(committed, buildSchema(printed)), []);
});

test('graphql-inspector would find a field that is gone and an argument that is asked for', async () => {
  const changed = buildSchema(text.replace(/ {2}"[^"]*"\n {2}phone: String\n/, '').replace('createNotebook(input', 'createNotebook(copies: Int!, input'));

  assert.deepEqual(await breaks(committed, changed), [
    "Argument 'copies: Int!' added to field 'Mutation.createNotebook'",
    "Field 'phone' was removed from object type 'Contact'",
  ]);
});

const withTypenames = (query) => print(new InMemoryCache().transformDocument(parse(query)));
const everything = { inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, oneOf: true };
const queries = {
  'graphql-js 14, GraphiQL 0.17 and 1': getIntrospectionQuery(),
  'GraphiQL 1 for a server without subscriptions': getIntrospectionQuery().replace(/subscriptionType \{[^}]*\}/, ''),
  'graphql-js 15, graphql-codegen 1 and 2': getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true }),
  'GraphiQL 2 to 5': getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
  "Apollo's tools, with references of seven levels": getIntrospectionQuery({ inputValueDeprecation: true, typeDepth: 7 }),
  "Apollo Client, with a __typename everywhere": withTypenames(getIntrospectionQuery()),
  'graphql-js 16, with everything of 2025': getIntrospectionQuery(everything),
};
for (const [tool, query] of Object.entries(queries)) {
  test(`the introspection of ${tool} describes the schema`, async () => {
    const described = buildClientSchema(await ask(query, 'IntrospectionQuery'));

    assert.deepEqual(await breaks(committed, described), []);
  });
}

test('a tool that asks first what it may ask is told', async () => {
  const types = ['Schema', 'Type', 'Field', 'InputValue', 'EnumValue', 'Directive'];
  const detection = `query Detection { ${types.map((name) => `${name}: __type(name: "__${name}") { fields { name args { name } } }`).join(' ')} }`;

  const found = Object.entries(await ask(detection, 'Detection'))
    .map(([type, { fields }]) => [type, fields.map(({ name, args }) => [name, ...args.map((argument) => argument.name)].join(' '))]);

  assert.deepEqual(Object.fromEntries(found), {
    Schema: ['description', 'types', 'queryType', 'mutationType', 'subscriptionType', 'directives'],
    Type: [
      'kind', 'name', 'description', 'specifiedByURL', 'fields includeDeprecated', 'interfaces', 'possibleTypes', 'enumValues includeDeprecated',
      'inputFields includeDeprecated', 'ofType', 'isOneOf',
    ],
    Field: ['name', 'description', 'args includeDeprecated', 'type', 'isDeprecated', 'deprecationReason'],
    InputValue: ['name', 'description', 'type', 'defaultValue', 'isDeprecated', 'deprecationReason'],
    EnumValue: ['name', 'description', 'isDeprecated', 'deprecationReason'],
    Directive: ['name', 'description', 'isRepeatable', 'locations', 'args includeDeprecated'],
  });
});
