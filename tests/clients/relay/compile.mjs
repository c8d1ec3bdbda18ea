// What a project's build does: relay-compiler makes an artifact of each `graphql` tag; the tags become imports of them, as babel-plugin-relay does,
// and the artifacts name each other's files, as a bundler finds them.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import compiler from 'relay-compiler';

const run = promisify(execFile);
const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Builds `src` in a folder of its own: the folder, and what the compiler said. */
export async function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'owneddata-relay-'));
  cpSync(pathOf('src'), join(folder, 'src'), { recursive: true });
  cpSync(pathOf('relay.config.json'), join(folder, 'relay.config.json'));
  cpSync(pathOf('../../../schema.graphql'), join(folder, 'schema.graphql'));
  symlinkSync(pathOf('../node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const { stdout, stderr } = await run(compiler, ['relay.config.json'], { cwd: folder });

  const generated = join(folder, 'src/__generated__');
  const artifacts = readdirSync(generated);
  for (const artifact of artifacts) {
    rewrite(join(generated, artifact), (source) => source.replace(/(?<=from '\.\/\w+\.graphql)(?=')/g, '.js'));
  }

  rewrite(join(folder, 'src/notes.js'), replaceTags);
  return { folder, output: stdout + stderr, artifacts };
}

function rewrite(path, change) {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function replaceTags(source) {
  const imports = [];
  const replaced = source.replace(/graphql`\s*(?:fragment|query|mutation) (\w+)[^`]*`/g, (_, name) => {
    imports.push(`import ${name} from './__generated__/${name}.graphql.js';\n`);
    return name;
  });
  return imports.join('') + replaced;
}
