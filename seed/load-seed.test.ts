import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openExchange, type Exchange } from '../cli/open-exchange.js';
import { systemClock, type Clock } from '../shared/clock/clock.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { startStore, type TestStore } from '../shared/testing/start-store.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import { exerciseArrests } from './exercise/exercise-arrests.js';
import { EXERCISE_CODE } from './exercise/exercise-operation.js';
import { completeExercise, prepareExercise, type ExerciseOptions } from './load-exercise.js';
import { loadSeed } from './load-seed.js';

const PUBLISHED = fileURLToPath(new URL('./data/published-operations.json', import.meta.url));

/** One data folder, and everything that a first start and later ones do with it. */
describe('the seed of a data folder', () => {
  let store: TestStore;
  let folder: string;
  let other: string;
  let exercise: ExerciseOptions;
  let open: (clock: Clock) => Promise<Exchange>;
  beforeAll(async () => {
    store = await startStore();
    folder = await mkdtemp(join(tmpdir(), 'tessera-seed-'));
    other = await mkdtemp(join(tmpdir(), 'tessera-seed-'));
    const keys = await embeddedKeys(folder);
    open = (clock) => openExchange({ mongodbUri: store.uri, databasePrefix: store.databasePrefix, keys, clock });
    exercise = { arrests: 12, folder, open };
  });
  afterAll(async () => {
    await store.stop();
    await rm(folder, { recursive: true, force: true });
    await rm(other, { recursive: true, force: true });
  });

  async function inExchange<Result>(use: (exchange: Exchange) => Promise<Result>): Promise<Result> {
    const exchange = await open(systemClock);
    try {
      return await use(exchange);
    } finally {
      await exchange.close();
    }
  }

  async function readable({ arrests }: Exchange, organisation: string, reference: string): ReturnType<typeof arrests.stores.arrests.findReadable> {
    return arrests.stores.arrests.findReadable(serviceViewer('exercise', organisation), [arrests.runtime.ids.of(organisation, 'arrests', reference)]);
  }

  it('has no exercise where none is wanted', async () => {
    expect(await prepareExercise({ ...exercise, arrests: 0 })).toBe('NOT_WANTED');
  });

  it('has it registered first, in its own time, and nothing twice', async () => {
    expect(await prepareExercise(exercise)).toBe('REGISTERED');
    expect(await prepareExercise(exercise)).toBe('REGISTERED');
    await inExchange(async ({ directory }) => {
      expect([...directory.current().operations()].map(({ code }) => code)).toEqual([EXERCISE_CODE]);
    });
  });

  it('loads the published operations once, and again only when their mark is gone', async () => {
    await inExchange(async (exchange) => {
      const first = await loadSeed({ exchange, folder, publishedFile: PUBLISHED });
      expect(first?.refused).toBe(0);
      expect(await loadSeed({ exchange, folder, publishedFile: PUBLISHED })).toBeNull();
      await rm(join(folder, 'seeded.json'));
      expect(await loadSeed({ exchange, folder, publishedFile: PUBLISHED })).toMatchObject({ added: 0, changed: 0, refused: 0 });
    });
  });

  it('plays the exercise beside a Tessera that serves and is written to', async () => {
    await inExchange(async (exchange) => {
      const { arrests } = exchange;
      const tokyo = serviceViewer('exercise', 'jp-ncb');
      const said = { reference: 'TODAY', operation: EXERCISE_CODE, country: 'JP', day: '2026-04-01', crimeType: 'VOICE_PHISHING', countriesOfCommission: [], countriesOfVictims: [], furtherCrimeTypes: [], methods: [], contactModes: [], handling: { tlp: 'GREEN' as const, codes: [], recipients: [] } };
      expect(await arrests.services.arrests.record(tokyo, said)).toMatchObject({ accepted: { repeated: false } });
      await completeExercise(exercise);
      await arrests.runtime.journal.catchUp();
      expect(await readable(exchange, 'jp-ncb', 'TODAY')).toHaveLength(1);
    });
    expect(await prepareExercise(exercise)).toBe('COMPLETE');
  });

  it('leaves an exercise arrest alone that its originator has retracted since', async () => {
    const [contribution] = [...exerciseArrests(12)].filter(({ later }) => later === null);
    const organisation = contribution?.organisation ?? '';
    const reference = contribution?.input.reference ?? '';
    await inExchange(async (exchange) => {
      const [found] = await readable(exchange, organisation, reference);
      await exchange.arrests.services.arrests.verbs.retract(serviceViewer('exercise', organisation), { id: found?.record._id ?? '', version: found?.versionToken() ?? '' });
      await completeExercise(exercise);
      expect(await readable(exchange, organisation, reference)).toEqual([]);
    });
  });

  it('has no exercise where later entries came first', async () => {
    expect(await prepareExercise({ ...exercise, folder: other })).toBe('TOO_LATE');
    expect(await prepareExercise({ ...exercise, folder: other })).toBe('TOO_LATE');
  });
});
