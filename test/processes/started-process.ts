import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '../boot/tessera-process.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** One process of a deployment, with everything that it wrote down. */
export interface StartedProcess {
  readonly adminUrl: string;
  /** Resolves when it says that it is ready. */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it is gone, with its exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  log(): string;
}

export function startProcess(args: readonly string[], environment: Environment): StartedProcess {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment } });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => { log += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { log += chunk.toString(); });
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals | null)[]) => signal ?? code ?? null);
  const adminUrl = `http://${environment['TESSERA_ADMIN_LISTEN'] ?? ''}`;
  return {
    adminUrl,
    ended,
    log: () => log,
    signal: (name) => { child.kill(name); },
    async ready() {
      for (;;) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`tessera ${args.join(' ')} ended before it was ready:\n${log}`);
        const answered = await fetch(`${adminUrl}/health/ready`).then(({ ok }) => ok, () => false);
        if (answered) return;
        await pause(50);
      }
    },
  };
}
