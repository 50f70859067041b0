import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningTessera {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const MAIN = process.env['TESSERA_MAIN'] ?? 'dist/cli/main.js';
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** Starts the built program as a user does, on a free port with an empty data folder, and waits for its address. */
export async function startTessera({ publishedOperations }: { publishedOperations?: string } = {}): Promise<RunningTessera> {
  const data = await mkdtemp(join(tmpdir(), 'tessera-browser-'));
  const program = spawn(process.execPath, [MAIN, 'start'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TESSERA_PORT: String(await freePort()),
      TESSERA_DATA: data,
      TESSERA_EXERCISE: '120',
      TESSERA_TAGS: '0',
      ...(publishedOperations !== undefined && { TESSERA_PUBLISHED: publishedOperations }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await ended(program);
    await rm(data, { recursive: true, force: true });
  };
  try {
    return { address: await printedAddress(program), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address, once the exercise is whole too; a program that ends before says why. */
function printedAddress(program: ChildProcess): Promise<string> {
  const { stdout, stderr } = program;
  if (stdout === null || stderr === null) throw new Error('The program was started without its output.');
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    createInterface({ input: stdout }).on('line', (line) => {
      said += `${line}\n`;
      const address = ADDRESS.exec(said)?.[0];
      if (address !== undefined && line === 'EXERCISE MOSAIC is complete.') resolve(address);
    });
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`Tessera ended with ${String(code)} before it printed an address:\n${said}`)));
  });
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exit = once(program, 'exit');
  program.kill('SIGTERM');
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
