import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { createEmbeddedIssuer } from '../gateway/embedded-issuer.js';
import { READY_SIGN_INS } from '../seed/sign-ins.js';
import { systemClock } from '../shared/clock/clock.js';
import type { Bench } from './bench.js';
import { OTHER_QUERIES, PICTURE_QUERY } from './exercise-picture.js';
import { anonymousMemory } from './machine.js';

const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const ROUNDS = 25;

/** Target: 400 MB. The program itself, as `npm start` runs it, so always over the embedded store. */
export const bench: Bench = {
  asks: 'how much anonymous memory has the program with the exercise after many queries of every reader? (≤ 400 MB)',
  async run({ records, print }) {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-bench-'));
    const began = performance.now();
    const program = spawn(process.execPath, [PROGRAM, 'start'], {
      env: { PATH: process.env['PATH'], TESSERA_PORT: '0', TESSERA_DATA: folder, TESSERA_TAGS: '0', ...(records !== null && { TESSERA_EXERCISE: String(records) }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { pid } = program;
    if (pid === undefined) throw new Error('The program did not start.');
    let url = '';
    for await (const line of createInterface({ input: program.stdout })) {
      url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? url;
      if (line.startsWith('Tessera is ready')) print(`  page usable after ${seconds(began)}, ${String(anonymousMemory(pid))} MB`);
      if (line === 'EXERCISE MOSAIC is complete.') break;
    }
    print(`  exercise complete after ${seconds(began)}, ${String(anonymousMemory(pid))} MB`);
    const issuer = await createEmbeddedIssuer({ folder, signIns: READY_SIGN_INS, clock: systemClock });
    let asked = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name } of READY_SIGN_INS) {
        const headers = { authorization: `Bearer ${await issuer.tokenFor(name)}`, 'content-type': 'application/json', 'tessera-purpose': 'SUPPORT_INVESTIGATION', 'tessera-case': 'BENCH-1' };
        for (const query of [PICTURE_QUERY, ...OTHER_QUERIES]) {
          const { statusCode, body } = await request(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
          const text = await body.text();
          if (statusCode !== 200) throw new Error(text.slice(0, 500));
          asked += 1;
        }
      }
    }
    print(`  after ${asked.toLocaleString('en')} queries of ${String(READY_SIGN_INS.length)} readers: ${String(anonymousMemory(pid))} MB`);
    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  },
};

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
