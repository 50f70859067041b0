import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILD = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const READY = /^Tessera is ready at (http:\/\/127\.0\.0\.1:\d+)$/m;
const EXERCISE_COMPLETE = /^EXERCISE MOSAIC is complete\.$/m;

export type Environment = Readonly<Record<string, string>>;

/** How a command ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Tessera {
  readonly address: string;
  /** From the start of the process to the ready line. */
  readonly readyAfterMilliseconds: number;
  readonly stdout: string;
  /** Resolves once the exercise is whole, which is played beside the first start. */
  exerciseComplete(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process is gone. */
  readonly ended: Promise<Ended>;
}

/** Brings the build up to date, as `npm start` does first. */
export async function buildTessera(parts: readonly string[] = []): Promise<void> {
  const { code, stderr } = await running(spawn(process.execPath, [BUILD, ...parts], { env: plain({}) })).ended;
  if (code !== 0) throw new Error(`The program could not be built:\n${stderr}`);
}

/** Runs a command to its end. */
export function tessera(args: readonly string[], environment: Environment): Promise<Ended> {
  return running(spawn(process.execPath, [MAIN, ...args], { env: plain(environment) })).ended;
}

/** Starts Tessera on a free port and waits until it says that it is ready. */
export async function startTessera(environment: Environment): Promise<Tessera> {
  const began = performance.now();
  const program = spawn(process.execPath, [MAIN, 'start'], { env: plain({ TESSERA_PORT: String(await freePort()), ...environment }) });
  const { ended, said } = running(program);
  return new Promise((resolve, reject) => {
    program.stdout.on('data', () => {
      const address = READY.exec(said().stdout)?.[1];
      if (address === undefined) return;
      resolve({
        address,
        readyAfterMilliseconds: performance.now() - began,
        get stdout() { return said().stdout; },
        async exerciseComplete() {
          while (!EXERCISE_COMPLETE.test(said().stdout)) await once(program.stdout, 'data');
        },
        signal: (name) => { program.kill(name); },
        ended,
      });
    });
    ended.then(({ code, stderr }) => { reject(new Error(`Tessera ended with ${String(code)} before it was ready:\n${stderr}`)); }, reject);
  });
}

/** Stops a Tessera that may have stopped already. */
export async function stopTessera(started: Tessera): Promise<Ended> {
  started.signal('SIGTERM');
  return started.ended;
}

/** A data folder that is gone after the test. */
export async function dataFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tessera-boot-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

function running(program: ChildProcess & { readonly stdout: NodeJS.ReadableStream; readonly stderr: NodeJS.ReadableStream }): {
  readonly ended: Promise<Ended>;
  said(): { readonly stdout: string; readonly stderr: string };
} {
  let stdout = '';
  let stderr = '';
  program.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString(); });
  program.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
  const ended = new Promise<Ended>((resolve, reject) => {
    program.once('error', reject);
    program.once('close', (code, signal) => { resolve({ code, signal, stdout, stderr }); });
  });
  return { ended, said: () => ({ stdout, stderr }) };
}

/** What the runner sets for itself must not reach the program. */
function plain(environment: Environment): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], TESSERA_TAGS: '0', ...environment };
}
