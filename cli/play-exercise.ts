import { join } from 'node:path';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { completeExercise } from '../seed/load-exercise.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { DATABASE_PREFIX, type Config } from './config.js';
import { openExchange } from './open-exchange.js';

/** Plays the exercise into the store of the data folder, which the program that serves has opened. */
export async function playExerciseInto({ dataFolder, exerciseArrests }: Config): Promise<void> {
  const keys = await embeddedKeys(dataFolder);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  try {
    await completeExercise({
      arrests: exerciseArrests,
      folder: dataFolder,
      open: (clock) => openExchange({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys, clock }),
    });
  } finally {
    await store.stop();
  }
}
