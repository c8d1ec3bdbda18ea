// The same documents are valid, and the others fail for the same reasons at the same places.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildSchema, ExecutableDefinitionsRule, GraphQLError, Kind, parse, specifiedRules, validate } from 'graphql';
import * as animals from './support/animals.mjs';
import { assertNone, linesOf } from './support/compare.mjs';
import { leftOutRules, onlyOurs, onlyTheirs, thrown } from './support/differences.mjs';
import { mutate } from './support/mutations.mjs';
import { Ours } from './support/ours.mjs';
import { Random } from './support/random.mjs';
import { sampleDocuments } from './support/sample.mjs';
import { generateSelections } from './support/selections.mjs';

const ours = new Ours();
after(() => ours.stop());

const rules = specifiedRules.filter((rule) => !(rule.name in leftOutRules));
const animalSchema = buildSchema(animals.sdl);
assert.deepEqual(await ours.ask({ kind: 'schema', name: 'animals', text: animals.sdl }), { errors: [] });
const apiSchema = buildSchema((await ours.ask({ kind: 'sdl' })).sdl);
const sample = sampleDocuments(apiSchema);
const handPicked = Object.values(animals.documents).flat();

async function compare(name, schema, texts) {
  const differing = [];
  const valid = [];
  await Promise.all(
    texts.map(async (text) => {
      const answer = linesOf((await ours.ask({ kind: 'validate', schema: name, text })).errors);
      const theirs = theirErrors(schema, text, rules);
      if (theirs === null) {
        return;
      }

      valid.push(...(theirs.length === 0 ? [text] : []));
      const left = unexplained(onlyTheirs, theirs, answer, answer);
      const right = unexplained(onlyOurs, answer, theirs, answer);
      if (left.length + right.length > 0) {
        differing.push({ asked: text, theirs: left, ours: right });
      }
    }),
  );
  assertNone(differing, texts.length);
  return valid.length;
}

const isExecutable = ({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION;

/** Null when graphql-js can't answer. Definitions that can't be executed are refused; we look no further into them. */
function theirErrors(schema, text, someRules) {
  try {
    const document = parse(text);
    const runnable = { ...document, definitions: document.definitions.filter(isExecutable) };
    const otherRules = someRules.filter((rule) => rule !== ExecutableDefinitionsRule);
    const refused = otherRules.length < someRules.length ? validate(schema, document, [ExecutableDefinitionsRule]) : [];
    return linesOf([...refused, ...validate(schema, runnable, otherRules)]);
  } catch (error) {
    if (thrown.some(({ matches }) => matches(error, text))) {
      return null;
    }

    throw error;
  }
}

/** Lines that the other side has not, or not as often, and no intended difference accounts for. */
function unexplained(intended, lines, others, ours) {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    left.splice(at < 0 ? left.length : at, 1);
    return at < 0 && !intended.some(({ matches }) => matches({ line, ours }));
  });
}

function mutants(texts, count, seed) {
  const random = new Random(seed);
  const documents = texts.map((text) => parse(text));
  const found = new Set();
  while (found.size < count) {
    const text = mutate(random.pick(documents), random);
    try {
      parse(text);
      found.add(text);
    } catch (error) {
      if (!(error instanceof GraphQLError)) {
        throw error;
      }
    }
  }

  return [...found];
}

test('each rule is hit by five documents and left alone by five', () => {
  for (const rule of rules) {
    const hits = handPicked.filter((text) => theirErrors(animalSchema, text, [rule])?.length > 0).length;
    assert.ok(hits >= 5, `${rule.name} is hit by ${hits}.`);
    assert.ok(handPicked.length - hits >= 5, `${rule.name} leaves ${handPicked.length - hits} alone.`);
  }
});

test(`${handPicked.length} hand-picked documents`, () => compare('animals', animalSchema, handPicked));

test('5,000 mutants of them', async () => {
  const valid = await compare('animals', animalSchema, mutants(handPicked.filter((text) => theirErrors(animalSchema, text, rules)?.length < 3), 5_000, 20260131));
  assert.ok(valid > 100, `${valid} are valid.`);
});

test('2,000 documents whose fields meet in many ways', () => {
  const random = new Random(20260202);
  return compare('animals', animalSchema, Array.from({ length: 2_000 }, () => generateSelections(random)));
});

test(`${sample.length} documents over the published API`, async () => {
  const valid = await compare('api', apiSchema, sample);
  assert.ok(valid > sample.length / 3, `${valid} are valid.`);
});

test('2,000 mutants of them', () => compare('api', apiSchema, mutants(sample, 2_000, 20260201)));
