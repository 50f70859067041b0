import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange } from '../cli/open-exchange.js';
import { ManualClock } from '../shared/clock/manual-clock.js';
import { REGISTERED_AT } from './exercise/exercise-calendar.js';
import { EXERCISE_CODE } from './exercise/exercise-operation.js';
import { exerciseSize } from './exercise/exercise-size.js';
import { playExercise } from './exercise/play-exercise.js';
import { registerExercise } from './exercise/register-exercise.js';
import { registerOrganisations } from './load-seed.js';
import { readIfThere } from './mark.js';

/**
 * How far a data folder has got with its exercise: not wanted, left out because the folder already held what was
 * written after its time, registered but not yet played, or whole.
 */
export type ExerciseState = 'NOT_WANTED' | 'TOO_LATE' | 'REGISTERED' | 'COMPLETE';

export interface ExerciseOptions {
  /** How many arrests it has; 0 for no exercise. */
  readonly arrests: number;
  /** The data folder, where its state is written down. */
  readonly folder: string;
  /** Opens the exchange in which it is played. Nobody is served from it. */
  readonly open: (clock: ManualClock) => Promise<Exchange>;
}

/**
 * Registers the exercise in its own time, once, before anything of today is written: a chain never goes back, so in a
 * folder with later entries there is no past left to play in.
 */
export async function prepareExercise({ arrests, folder, open }: ExerciseOptions): Promise<ExerciseState> {
  const marked = await stateOf(folder);
  if (marked !== null) return marked;
  if (arrests === 0) return 'NOT_WANTED';
  const exchange = await open(new ManualClock(REGISTERED_AT));
  try {
    if (holdsOtherOperations(exchange)) return await mark(folder, 'TOO_LATE');
    await registerOrganisations(exchange);
    await registerExercise(exchange);
  } finally {
    await exchange.close();
  }
  return mark(folder, 'REGISTERED');
}

/** Plays what was registered. A play that was cut off is simply done again. */
export async function completeExercise({ arrests, folder, open }: ExerciseOptions): Promise<void> {
  const clock = new ManualClock(REGISTERED_AT);
  const exchange = await open(clock);
  try {
    await playExercise(exchange, clock, exerciseSize(arrests));
  } finally {
    await exchange.close();
  }
  await mark(folder, 'COMPLETE');
}

function holdsOtherOperations({ directory }: Exchange): boolean {
  return [...directory.current().operations()].some(({ code }) => code !== EXERCISE_CODE);
}

async function stateOf(folder: string): Promise<ExerciseState | null> {
  const marked = await readIfThere(markFile(folder));
  return (['TOO_LATE', 'REGISTERED', 'COMPLETE'] as const).find((state) => state === marked) ?? null;
}

async function mark(folder: string, state: ExerciseState): Promise<ExerciseState> {
  await writeFile(markFile(folder), state);
  return state;
}

function markFile(folder: string): string {
  return join(folder, 'exercise-state');
}
