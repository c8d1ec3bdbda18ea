// What tools learn of the schema over HTTP: it is the one in the repository, whichever way and with whichever year's introspection they ask.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { InMemoryCache } from '@apollo/client';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import * as graphql16 from 'graphql';
import graphql14 from 'graphql-14';
import graphql15 from 'graphql-15';
import * as graphql17 from 'graphql-17';
import { startServer } from '../support/server.mjs';

const { buildSchema, parse, print } = graphql16;
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

// GraphiQL, Apollo's tools and graphql-codegen ask what the graphql-js of their time asks, with the options that they give it, and read the answer by it.
const withTypenames = (query) => print(new InMemoryCache().transformDocument(parse(query)));
const everything = { descriptions: true, schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true, oneOf: true };
const tools = {
  'GraphiQL 0.11 to 1, graphql-js 14': [graphql14, graphql14.introspectionQuery],
  'apollo-tooling, graphql-js 14 without descriptions': [graphql14, graphql14.getIntrospectionQuery({ descriptions: false })],
  'GraphiQL 1 for a server without subscriptions': [graphql15, graphql15.getIntrospectionQuery().replace(/subscriptionType \{[^}]*\}/, '')],
  'graphql-codegen 1 and 2, graphql-js 15': [graphql15, graphql15.getIntrospectionQuery({ schemaDescription: true, directiveIsRepeatable: true })],
  'graphql-js 15 with everything that was specified': [graphql15, graphql15.getIntrospectionQuery({ ...everything, specifiedByUrl: false })],
  'GraphiQL 2 to 5, graphql-js 16': [graphql16, graphql16.getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
  'Apollo Client, with a __typename everywhere': [graphql16, withTypenames(graphql16.getIntrospectionQuery())],
  'references of seven levels': [graphql16, graphql16.getIntrospectionQuery({ inputValueDeprecation: true, typeDepth: 7 })],
  'graphql-js 16 with everything': [graphql16, graphql16.getIntrospectionQuery(everything)],
  'graphql-js 17': [graphql17, graphql17.getIntrospectionQuery()],
  'graphql-js 17 with everything': [graphql17, graphql17.getIntrospectionQuery(everything)],
};
for (const [tool, [graphql, query]] of Object.entries(tools)) {
  test(`the introspection of ${tool} describes the schema`, async () => {
    const described = graphql.printSchema(graphql.buildClientSchema(await ask(query, 'IntrospectionQuery')));

    assert.deepEqual(await breaks(committed, buildSchema(described)), []);
  });
}

test('what graphql-js 15 called specifiedByUrl and the specification then specifiedByURL is refused, as graphql-js does since', async () => {
  const query = graphql15.getIntrospectionQuery(everything);
  const response = await fetch(server.url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) });

  const messages = (await response.json()).errors.map(({ message }) => message);

  assert.deepEqual(messages, graphql16.validate(committed, parse(query)).map(({ message }) => message));
});

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
