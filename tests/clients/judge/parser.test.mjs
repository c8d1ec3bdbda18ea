// The same texts are accepted and read alike, and the others refused in the same words at the same place.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { parse, print } from 'graphql';
import { assertNone, linesOf } from './support/compare.mjs';
import { Ours } from './support/ours.mjs';
import { Random } from './support/random.mjs';
import { generateText, wellFormed } from './support/texts.mjs';

const ours = new Ours();
after(() => ours.stop());

async function compare(texts) {
  const differences = [];
  let refused = 0;
  await Promise.all(
    texts.map(async (text) => {
      const theirs = answer(text);
      const answered = await ours.ask({ kind: 'parse', text });
      const right = answered.errors ? { errors: linesOf(answered.errors) } : answered;
      refused += theirs.errors ? 1 : 0;
      if (JSON.stringify(theirs) !== JSON.stringify(right)) {
        differences.push({ asked: JSON.stringify(text), theirs, ours: right });
      }
    }),
  );
  assertNone(differences, texts.length);
  return refused;
}

// What was read shows in the text that is printed of it.
function answer(text) {
  try {
    return { printed: print(parse(text)) };
  } catch (error) {
    return { errors: linesOf([error]) };
  }
}

test('well-formed documents are accepted', async () => {
  assert.equal(await compare(wellFormed), 1);
});

test('10,000 generated texts are accepted or refused alike, at the same line and column', async () => {
  const random = new Random(20260131);
  const texts = Array.from({ length: 10_000 }, () => generateText(random));
  const refused = await compare(texts);
  assert.ok(refused > 2_000 && refused < 9_500, `${refused} of ${texts.length} are refused.`);
});
