// Parse and validate with graphql-js, on the documents of CompilationBenchmarks.cs. First `npm ci` in tests/clients; then, from the root:
//   node tests/Benchmarks/Compilation/graphql-js.mjs
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { buildSchema, parse, validate } = createRequire(new URL('../../clients/package.json', import.meta.url))('graphql');
const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
const fields = Array.from({ length: 384 }, (_, index) => `  n${index}: notes(first: ${index % 50}) { nodes { id title } }\n`);
const documents = {
  introspection: readFileSync(new URL('introspection.graphql', import.meta.url), 'utf8'),
  'tokens-5000': `query Large {\n${fields.join('')}}`,
};

for (const [name, text] of Object.entries(documents)) {
  const run = () => {
    const errors = validate(schema, parse(text));
    if (errors.length > 0) throw errors[0];
  };
  for (let warmUp = 0; warmUp < 200; warmUp++) run();
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`${name}: ${(times[100] * 1000).toFixed(0)} µs (median of 200)`);
}
