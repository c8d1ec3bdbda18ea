// The server that clients talk to: OWNEDDATA_URL (with OWNEDDATA_DATA, its data folder, for tokens), or one started here in Development
// with the sample data, on a free port, in a data folder that goes with it.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A running server: its address, tokens for it, and its end.
 * @param {Record<string, string>} configuration Keys as docs/configuration.md has them.
 * @param {{ port?: number, data?: string }} place Where it listens, and a data folder that stays: for a server that ends and comes back.
 */
export async function startServer(configuration = {}, { port = 0, data: kept } = {}) {
  const assembly = findAssembly();
  if (process.env.OWNEDDATA_URL) {
    return toServer(assembly, process.env.OWNEDDATA_URL, process.env.OWNEDDATA_DATA ?? '.data', async () => {});
  }

  const data = kept ?? mkdtempSync(join(tmpdir(), 'owneddata-clients-'));
  const child = spawn('dotnet', [assembly, '--environment', 'Development', '--urls', `http://127.0.0.1:${port}`, '--data', data], {
    env: { ...process.env, ...toEnvironment(configuration) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    if (kept === undefined) {
      rmSync(data, { recursive: true, force: true });
    }
  };
  try {
    const { url, mongoUrl } = await readAddresses(child, ended, 'Embedded:Port' in configuration);
    return toServer(assembly, url, data, stop, mongoUrl);
  } catch (error) {
    await stop();
    throw error;
  }
}

function toServer(assembly, url, data, stop, mongoUrl) {
  return {
    url: new URL('/graphql', url).href,
    /** Where a driver logs in to the embedded store; only of a server started here with `Embedded:Port`. */
    mongoUrl,
    /** An access token of the development issuer; by default with all scopes of the sample model. */
    async token(subject, scope) {
      const scopes = scope === undefined ? [] : ['--scope', scope];
      const { stdout } = await run('dotnet', [assembly, 'token', '--sub', subject, ...scopes, '--data', data]);
      return stdout.trim();
    },
    stop,
  };
}

// The build that was made last.
function findAssembly() {
  const builds = ['Release', 'Debug']
    .map((configuration) => fileURLToPath(new URL(`../../../src/Server/bin/${configuration}/net10.0/OwnedData.Server.dll`, import.meta.url)))
    .filter((path) => existsSync(path))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  if (builds.length === 0) {
    throw new Error('The server is not built: dotnet build src/Server');
  }

  return builds[0];
}

function toEnvironment(configuration) {
  return Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key.replaceAll(':', '__'), value]));
}

// A password is shown after the embedded store's address, and that after the server's.
async function readAddresses(child, ended, hasListener) {
  const addresses = new Promise((resolve) => {
    let url;
    let mongo;
    createInterface({ input: child.stdout }).on('line', (line) => {
      url ??= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      mongo ??= /mongodb:\/\/(\S+)@(\S+)/.exec(line);
      const password = /password \(shown this once\): (\S+)/.exec(line)?.[1];
      if (url && (password || !hasListener)) {
        resolve({ url, mongoUrl: hasListener ? `mongodb://${mongo[1]}:${password}@${mongo[2]}` : undefined });
      }
    });
  });
  const exit = ended.then((code) => {
    throw new Error(`The server ended with exit code ${code} before it was ready.`);
  });
  return await Promise.race([addresses, exit]);
}
