// The published schema through graphql-js: its SDL builds, and introspection describes the same.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { Ours } from './support/ours.mjs';

const ours = new Ours();
after(() => ours.stop());

const { sdl } = await ours.ask({ kind: 'sdl' });
const sorted = (schema) => printSchema(lexicographicSortSchema(schema));

test('the published SDL is a valid schema', () => {
  assert.deepEqual(validateSchema(buildSchema(sdl)), []);
});

test('the SDL in the repository is the published one', { skip: !existsSync(new URL('../../../schema.graphql', import.meta.url)) }, () => {
  const committed = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');
  assert.equal(sorted(buildSchema(committed)), sorted(buildSchema(sdl)));
});

for (const options of [
  {},
  { descriptions: false },
  { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true },
]) {
  test(`introspection describes what the SDL does, with ${JSON.stringify(options)}`, async () => {
    const response = await ours.ask({ kind: 'execute', text: getIntrospectionQuery(options) });
    assert.equal(response.errors, undefined);
    const described = sorted(buildClientSchema(response.data));
    assert.equal(described, withoutWhatWasNotAsked(sorted(buildSchema(sdl)), options));
  });
}

// Old clients ask for less, so they can't print these.
function withoutWhatWasNotAsked(text, options) {
  if (options.oneOf) {
    return text;
  }

  const schema = lexicographicSortSchema(buildSchema(text));
  for (const type of Object.values(schema.getTypeMap())) {
    type.specifiedByURL = undefined;
    type.isOneOf = type.isOneOf === undefined ? undefined : false;
    if (options.descriptions === false) {
      type.description = undefined;
    }

    for (const field of Object.values(type.getFields?.() ?? {})) {
      field.description = options.descriptions === false ? undefined : field.description;
      for (const argument of field.args ?? []) {
        argument.description = options.descriptions === false ? undefined : argument.description;
      }
    }

    for (const value of type.getValues?.() ?? []) {
      value.description = options.descriptions === false ? undefined : value.description;
    }
  }

  for (const directive of schema.getDirectives()) {
    directive.isRepeatable = false;
    directive.description = options.descriptions === false ? undefined : directive.description;
    for (const argument of directive.args) {
      argument.description = options.descriptions === false ? undefined : argument.description;
    }
  }

  return printSchema(schema);
}
