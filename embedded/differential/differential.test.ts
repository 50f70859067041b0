import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deserialize, serialize } from 'bson';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import type { EmbeddedStore } from '../start-embedded-store.js';
import { startEmbeddedStore } from '../start-embedded-store.js';
import { answersOf } from './answers.js';
import { randomScenario } from './random-cases.js';
import { READING } from './reading-scenarios.js';
import type { Scenario } from './scenario.js';
import { WRITING } from './writing-scenarios.js';

/** The answers of a real MongoDB 6.0.5. Record them anew with TESSERA_RECORD_ANSWERS=1 and a real server. */
const RECORDING = new URL('./recorded-answers.json.gz', import.meta.url);
const realUri = process.env['TESSERA_REAL_MONGODB_URI'] ?? process.env['MONGODB_URI'];
const recording = process.env['TESSERA_RECORD_ANSWERS'] === '1';
const RECORDED_RANDOM = { seed: 20_240_611, numRuns: 120 };

interface Recorded {
  readonly name: string;
  /** BSON in base64, so that types stay and random scenarios stay the same when their generator changes. */
  readonly steps: string;
  readonly answers: readonly string[];
}

function readRecorded(): Recorded[] {
  const parsed: unknown = JSON.parse(gunzipSync(readFileSync(RECORDING)).toString('utf8'));
  return parsed as Recorded[];
}

function scenarioOf({ name, steps }: Recorded): Scenario {
  const { steps: kept } = deserialize(Buffer.from(steps, 'base64'), { promoteValues: false, promoteLongs: false, bsonRegExp: true });
  return { name, steps: kept as Scenario['steps'] };
}

function written(steps: Scenario['steps']): string {
  return Buffer.from(serialize({ steps })).toString('base64');
}

const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
let store: EmbeddedStore;
let embedded: MongoClient;
let real: MongoClient | undefined;

beforeAll(async () => {
  store = await startEmbeddedStore({ folder, durable: false });
  embedded = new MongoClient(store.uri);
  real = realUri === undefined ? undefined : new MongoClient(realUri);
  if (recording && real !== undefined) await record(real);
});
afterAll(async () => {
  await embedded.close();
  await real?.close();
  await store.stop();
  rmSync(folder, { recursive: true });
});

async function record(server: MongoClient): Promise<void> {
  const recorded: Recorded[] = [];
  for (const scenario of [...READING, ...WRITING, ...fc.sample(randomScenario, RECORDED_RANDOM)]) {
    recorded.push({ name: scenario.name, steps: written(scenario.steps), answers: await answersOf(server, scenario) });
  }
  writeFileSync(RECORDING, gzipSync(JSON.stringify(recorded), { level: 9 }));
}

describe('the embedded store answers byte for byte as MongoDB 6.0.5 did', () => {
  const names = [...[...READING, ...WRITING].map(({ name }) => name), 'random'];

  it.each(names)('%s', async (name) => {
    const cases = readRecorded().filter((recorded) => recorded.name === name);
    expect(cases.length).toBeGreaterThan(0);
    for (const recorded of cases) expect(await answersOf(embedded, scenarioOf(recorded))).toEqual(recorded.answers);
  });

  it('has a recording of every scenario as it is written now', () => {
    const recorded = new Map(readRecorded().map(({ name, steps }) => [name, steps]));
    for (const { name, steps } of [...READING, ...WRITING]) expect(recorded.get(name)).toBe(written(steps));
  });
});

if (realUri === undefined) {
  describe('without a real MongoDB', () => {
    it('compares with the recorded answers only: set TESSERA_REAL_MONGODB_URI to compare with a running server', () => {
      expect(real).toBeUndefined();
    });
  });
} else {
  describe('beside a real MongoDB', () => {
    const server = (): MongoClient => {
      if (real === undefined) throw new Error('no connection to the real MongoDB');
      return real;
    };

    it('gets the recorded answers from it', async () => {
      for (const recorded of readRecorded()) expect(await answersOf(server(), scenarioOf(recorded))).toEqual(recorded.answers);
    });

    it('answers random reads and changes of random documents as it does', async () => {
      const agrees = fc.asyncProperty(randomScenario, async (scenario) => {
        expect(await answersOf(embedded, scenario)).toEqual(await answersOf(server(), scenario));
      });
      await fc.assert(agrees, { numRuns: 60 });
    });
  });
}
