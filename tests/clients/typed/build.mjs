// What a project's build does: the command graphql-codegen, then the TypeScript compiler.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const command = (name) => pathOf(`../node_modules/.bin/${name}`);

/** Builds `src` in a folder of its own, where `change` may alter it first: the folder, and what the compiler said. */
export async function build(change = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'owneddata-typed-'));
  cpSync(pathOf('src'), join(folder, 'src'), { recursive: true });
  cpSync(pathOf('tsconfig.json'), join(folder, 'tsconfig.json'));
  cpSync(pathOf('codegen.mjs'), join(folder, 'codegen.mjs'));
  cpSync(pathOf('../../../schema.graphql'), join(folder, 'schema.graphql'));
  symlinkSync(pathOf('../node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  change(folder);
  await run(command('graphql-codegen'), ['--config', 'codegen.mjs'], { cwd: folder });
  const output = await run(command('tsc'), ['--project', folder]).then(({ stdout }) => stdout, ({ stdout }) => stdout);
  return { folder, output };
}
