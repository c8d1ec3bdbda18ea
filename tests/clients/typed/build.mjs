// What a project's build does: graphql-codegen, by the configuration that its command line reads, then the TypeScript compiler.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { parse } from 'graphql';
import configuration from './codegen.mjs';

const run = promisify(execFile);
const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Builds `src` in a folder of its own, where `change` may alter it first: the folder, and what the compiler said. */
export async function build(change = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'owneddata-typed-'));
  cpSync(pathOf('src'), join(folder, 'src'), { recursive: true });
  cpSync(pathOf('tsconfig.json'), join(folder, 'tsconfig.json'));
  symlinkSync(pathOf('../node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  change(folder);
  await generate(folder);
  const compiler = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
  const output = await run(process.execPath, [compiler, '--project', folder]).then(({ stdout }) => stdout, ({ stdout }) => stdout);
  return { folder, output };
}

async function generate(folder) {
  const text = readFileSync(join(folder, 'src/notes.graphql'), 'utf8');
  for (const [baseOutputDir, { config }] of Object.entries(configuration.generates)) {
    const files = await preset.buildGeneratesSection({
      baseOutputDir,
      config,
      schema: parse(readFileSync(pathOf('../../../schema.graphql'), 'utf8')),
      documents: [{ location: 'src/notes.graphql', document: parse(text), rawSDL: text }],
      presetConfig: {},
      plugins: [],
      pluginMap: {},
      pluginContext: {},
    });
    for (const file of files) {
      const path = join(folder, file.filename);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await codegen(file));
    }
  }
}
