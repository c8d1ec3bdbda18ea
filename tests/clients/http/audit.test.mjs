// Every audit that graphql-http has for servers, MUST, SHOULD and MAY: a caller without a token, who sends no header of ours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { startServer } from '../support/server.mjs';

let server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

for (const { id, name, fn } of serverAudits({ url: () => server.url })) {
  test(`${id} ${name}`, async () => {
    const { status, reason } = await fn();
    assert.deepEqual({ status, reason }, { status: 'ok', reason: undefined });
  });
}
