// The same literals and variables fit the same types, and become the same values.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildSchema, parse, parseValue, typeFromAST, UniqueInputFieldNamesRule, validate, ValuesOfCorrectTypeRule, valueFromAST } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { assertNone, linesOf } from './support/compare.mjs';
import { coercions } from './support/differences.mjs';
import * as inputs from './support/inputs.mjs';
import { Ours } from './support/ours.mjs';

const ours = new Ours();
after(() => ours.stop());

const schema = buildSchema(inputs.sdl);
assert.deepEqual(await ours.ask({ kind: 'schema', name: 'inputs', text: inputs.sdl }), { errors: [] });

const definitionsOf = (definitions) => parse(`query ${definitions} { __typename }`).definitions[0].variableDefinitions;

// Through JSON, as both would answer a client: no key is undefined, and there is one zero.
const plain = (value) => JSON.parse(JSON.stringify(value), (_, part) => (part === 0 ? 0 : part));

// graphql-js coerces literals in the belief that they were validated; ours refuse what validation does.
const isValid = (document) => validate(schema, document, [ValuesOfCorrectTypeRule, UniqueInputFieldNamesRule]).length === 0;

async function compare(rows, ask, answer) {
  const differing = [];
  await Promise.all(
    rows.filter((row) => !coercions.some(({ matches }) => matches(row))).map(async (row) => {
      const [theirs, answered] = [plain(answer(row)), await ours.ask(ask(row))];
      const right = plain(answered.errors ? { errors: linesOf(answered.errors) } : answered);
      try {
        assert.deepEqual(right, theirs);
      } catch (error) {
        if (error.code !== 'ERR_ASSERTION') {
          throw error;
        }

        differing.push({ asked: JSON.stringify(row), theirs, ours: right });
      }
    }),
  );
  assertNone(differing, rows.length);
}

const coerceLiteral = (rows) =>
  compare(
    rows,
    ([type, literal, variables]) => ({ kind: 'coerceLiteral', schema: 'inputs', definitions: `($i: Int, $s: String, $c: Color)`, type, literal, variables }),
    ([type, literal, variables]) => {
      const { coerced, errors } = getVariableValues(schema, definitionsOf('($i: Int, $s: String, $c: Color)'), variables);
      const isLiteralValid = isValid(parse(`{ f${inputs.types.indexOf(type)}(v: ${literal}) }`));
      const value = errors || !isLiteralValid ? undefined : valueFromAST(parseValue(literal), typeFromAST(schema, typeNode(type)), coerced);
      return errors ? { errors: linesOf(errors) } : value === undefined ? { refused: true } : { value };
    },
  );

const typeNode = (type) => definitionsOf(`($v: ${type})`)[0].type;

const coerceVariables = (rows) =>
  compare(
    rows,
    ([definitions, variables]) => ({ kind: 'coerceVariables', schema: 'inputs', definitions, variables }),
    ([definitions, variables]) => {
      const { coerced, errors } = getVariableValues(schema, definitionsOf(definitions), variables, { maxErrors: 50 });
      return errors ? { errors: linesOf(errors) } : { value: coerced };
    },
  );

const pairs = (first, second) => first.flatMap((left) => second.map((right) => [left, right]));

test(`${inputs.types.length} types by ${inputs.literals.length} literals`, () =>
  coerceLiteral(pairs(inputs.types, inputs.literals).map(([type, literal]) => [type, literal, {}])));

test(`${inputs.types.length} types by ${inputs.withVariables.length} literals with variables`, () =>
  coerceLiteral(pairs(inputs.types, inputs.withVariables).map(([type, [literal, variables]]) => [type, literal, variables])));

test(`${inputs.types.length} types by ${inputs.values.length} values of variables`, () =>
  coerceVariables(pairs(inputs.types, inputs.values).map(([type, v]) => [`($v: ${type})`, { v }])));

test(`${inputs.types.length} types by ${inputs.defaults.length} defaults of variables that are not given`, () =>
  coerceVariables(
    pairs(inputs.types, inputs.defaults)
      .map(([type, text]) => [`($v: ${type}${text})`, {}])
      .filter(([definitions]) => isValid(parse(`query ${definitions} { __typename }`))),
  ));

test('several variables, and types that are none', () =>
  coerceVariables([
    ['($a: Int!, $b: [Int], $c: Color)', { b: ['x', 1, 'y'], c: 'RAD' }],
    ['($a: Int!, $b: String = "b")', { a: 1, other: 2 }],
    ['($a: Query, $b: [Nothing!]!)', { a: 1 }],
    ['($a: [Int])', { a: Array.from({ length: 60 }, () => 'x') }],
    ['($a: Int! = 1)', { a: null }],
  ]));

