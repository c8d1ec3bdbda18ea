// Between a driver and its MongoDB: every message of the server's is handed on so many milliseconds late, those of a log-in as well.
// node slow.mjs <port> <port of the server> <milliseconds>
import { connect, createServer } from 'node:net';

const [port, server, delay] = process.argv.slice(2).map(Number);
createServer((client) => {
  const upstream = connect(server, '127.0.0.1');
  client.on('data', (data) => upstream.write(data));
  upstream.on('data', (data) => setTimeout(() => client.writable && client.write(data), delay));
  for (const [from, to] of [[client, upstream], [upstream, client]]) {
    from.setNoDelay();
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}).listen(port, '127.0.0.1');
