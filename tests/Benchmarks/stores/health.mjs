// Asks /health/live every 5 ms for so many seconds: how long the answers took. node health.mjs <port> <seconds>
import { Agent, request } from 'node:http';

const [port, seconds] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true });

function ask() {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    request({ host: '127.0.0.1', port, path: '/health/live', agent }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve(performance.now() - start) : reject(new Error(`${response.statusCode}`))));
    })
      .on('error', reject)
      .end();
  });
}

const times = [];
const end = performance.now() + seconds * 1000;
while (performance.now() < end) {
  times.push(await ask());
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const late = times.filter((time) => time > 50).length;
times.sort((a, b) => a - b);
const at = (part) => times[Math.floor((times.length - 1) * part)].toFixed(1);
console.log(`/health/live ${times.length} times: median ${at(0.5)} ms, 99% ${at(0.99)} ms, longest ${at(1)} ms, ${late} of them over 50 ms`);
