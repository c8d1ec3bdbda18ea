// Opens many connections, then asks on every one; says how each ended, and whether /health/live answered all the while.
// node connections.mjs <port> <count>
import { connect } from 'node:net';

const [port, count] = process.argv.slice(2).map(Number);
const ends = {};
const note = (end) => (ends[end] = (ends[end] ?? 0) + 1);

function open() {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => resolve(socket));
  });
}

function ask(socket, path) {
  return new Promise((resolve) => {
    if (socket.destroyed) {
      resolve('closed');
      return;
    }

    const timer = setTimeout(() => resolve('no answer in 20 s'), 20_000);
    const done = (end) => {
      clearTimeout(timer);
      resolve(end);
    };
    socket.once('data', (data) => {
      const text = data.toString('latin1');
      done(`${text.slice(9, 12)}${/retry-after/i.test(text) ? ' with Retry-After' : ''}`);
    });
    socket.once('close', () => done('closed'));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  });
}

async function probe() {
  const start = performance.now();
  const end = await ask(await open(), '/health/live');
  return `${end} in ${(performance.now() - start).toFixed(1)} ms`;
}

const sockets = [];
while (sockets.length < count) {
  sockets.push(...(await Promise.all(Array.from({ length: Math.min(200, count - sockets.length) }, open))));
}

console.log(`${count} opened, ${sockets.filter((socket) => socket.destroyed).length} of them closed by the server already`);
console.log(`/health/live while all are idle: ${await probe()}`);
const answers = Promise.all(sockets.map(async (socket) => note(await ask(socket, '/graphql?query=%7B__typename%7D'))));
console.log(`/health/live while all ask: ${await probe()}`);
await answers;
console.log('all asked:', ends);
sockets.forEach((socket) => socket.destroy());
