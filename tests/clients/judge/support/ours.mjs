// Our side of every comparison: one process of tests/Judge, asked a JSON line at a time.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const assembly = fileURLToPath(new URL('../../../Judge/bin/Release/net10.0/OwnedData.Judge.dll', import.meta.url));

export class Ours {
  #process;
  #waiting = [];

  constructor() {
    if (!existsSync(assembly)) {
      throw new Error('Our side is not built: dotnet build tests/Judge -c Release');
    }

    this.#process = spawn('dotnet', [assembly], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#waiting.shift().resolve(JSON.parse(line)));
    this.#process.on('exit', (code) => {
      for (const { reject, question } of this.#waiting) {
        reject(new Error(`Our side ended with exit code ${code}, asked ${JSON.stringify(question)}.`));
      }
    });
  }

  /** The answer to one question; questions are answered in their order. */
  ask(question) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject, question });
      this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    });
  }

  stop() {
    this.#process.stdin.end();
  }
}
