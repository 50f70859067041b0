import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));

/** The exercise as it is played beside the program that serves. */
export interface ExerciseProcess {
  /** Resolves with true once it is whole; with false when it was stopped or failed before. */
  readonly played: Promise<boolean>;
  /** Ends it where it stands. What it wrote is whole, and the next start goes on. */
  stop(): Promise<void>;
}

/**
 * A process of its own: the page answers while thousands of records are written, and their memory goes with the process.
 */
export function playBeside(): ExerciseProcess {
  const player = fork(PROGRAM, ['play-exercise'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(player, 'exit').then(([code]) => code === 0, () => false);
  return {
    played: ended,
    async stop() {
      if (player.exitCode === null && player.signalCode === null) player.kill('SIGKILL');
      await ended;
    },
  };
}
