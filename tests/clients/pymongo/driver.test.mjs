// MongoDB's driver for Python, which is an old one in Debian: it greets and talks otherwise than the one for Node does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startServer } from '../support/server.mjs';

const python = process.env.PYTHON ?? '/usr/bin/python3';
const script = fileURLToPath(new URL('test_embedded.py', import.meta.url));
const skip = spawnSync(python, ['-c', 'import pymongo']).status === 0 ? false : `${python} with pymongo is missing (Debian: python3-pymongo)`;
let server;
before(async () => {
  server = skip ? undefined : await startServer({ 'Embedded:Port': '0', 'Development:SampleData': 'false' });
});
after(async () => {
  await server?.stop();
});

for (const [, name] of readFileSync(script, 'utf8').matchAll(/def test_(\w+)/g)) {
  test(name.replaceAll('_', ' '), { skip }, () => {
    const { status, stderr } = spawnSync(python, ['-B', script, `EmbeddedStore.test_${name}`], {
      env: { ...process.env, OWNEDDATA_MONGO_URL: server.mongoUrl }, encoding: 'utf8', timeout: 60_000,
    });

    assert.equal(status, 0, stderr);
  });
}
