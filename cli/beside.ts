import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));

export type BesideCommand = 'play-exercise' | 'load-tags';

/** Work on its way beside the program that serves. */
export interface Beside {
  /** Of each command: true once it is whole; false when it was stopped or failed before. */
  readonly whole: ReadonlyMap<BesideCommand, Promise<boolean>>;
  /** Ends it where it stands. What it wrote is whole, and the next start goes on. */
  stop(): Promise<void>;
}

/**
 * Runs commands one after the other, each in a process of its own: the page answers while thousands of records are
 * written, their memory goes with the process, and they do not take the processors from one another.
 */
export function runBeside(commands: readonly BesideCommand[]): Beside {
  const running: { process: ChildProcess | null; stopped: boolean } = { process: null, stopped: false };
  const run = async (command: BesideCommand): Promise<boolean> => {
    if (running.stopped) return false;
    const child = fork(PROGRAM, [command], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    running.process = child;
    return once(child, 'exit').then(([code]) => code === 0, () => false);
  };
  const whole = new Map<BesideCommand, Promise<boolean>>();
  let last: Promise<unknown> = Promise.resolve();
  for (const command of commands) {
    const ended = last.then(() => run(command));
    whole.set(command, ended);
    last = ended;
  }
  return {
    whole,
    async stop() {
      running.stopped = true;
      const { process: child } = running;
      if (child !== null && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await last;
    },
  };
}
