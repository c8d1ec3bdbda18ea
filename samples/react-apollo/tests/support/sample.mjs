// The sample as it is served, beside a server of its own with the sample data: both on free ports, in folders that go with them.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, createServer as createDevelopmentServer, preview } from 'vite';
import { startServer } from '../../../../tests/clients/support/server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function startSample() {
  const folder = mkdtempSync(join(tmpdir(), 'owneddata-react-'));
  const [port, pagePort] = await Promise.all([freePort(), freePort()]);
  const place = { port, data: join(folder, 'data') };
  Object.assign(process.env, { VITE_API: `http://localhost:${port}/graphql`, VITE_AUTHORITY: `http://localhost:${port}/dev` });
  const outDir = join(folder, 'dist');
  const [server] = await Promise.all([startServer({}, place), build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })]);
  const pages = await preview({ root, logLevel: 'warn', build: { outDir }, preview: { port: pagePort } });
  const tokens = new Map();
  let development;
  const sample = {
    server,
    outDir,
    origin: `http://localhost:${pagePort}`,
    api: `http://localhost:${port}/graphql`,
    /** Does something as another program would that the same person uses. */
    async ask(subject, query, variables) {
      tokens.set(subject, tokens.get(subject) ?? (await server.token(subject)));
      const response = await fetch(sample.api, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(subject)}` },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      if (errors) {
        throw new Error(JSON.stringify(errors));
      }

      return data;
    },
    /** A server that comes back has its documents, and has forgotten who was signed in. */
    async bringServerBack() {
      sample.server = await startServer({}, place);
    },
    /** What a developer sees: the address at which `npm start` would serve. */
    async startForDevelopment() {
      const developmentPort = await freePort();
      development = await createDevelopmentServer({ root, logLevel: 'warn', server: { port: developmentPort } });
      await development.listen();
      return `http://localhost:${developmentPort}`;
    },
    async stop() {
      await Promise.all([pages.close(), development?.close()]);
      await sample.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return sample;
}

async function freePort() {
  const listener = createServer();
  await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
