import { z } from 'zod';
import { REGISTERED_AT } from '../../seed/exercise/exercise-calendar.js';
import { exerciseSize } from '../../seed/exercise/exercise-size.js';
import { playExercise } from '../../seed/exercise/play-exercise.js';
import { registerExercise } from '../../seed/exercise/register-exercise.js';
import { COORDINATING_BODIES, EXERCISE_BUREAUS, ORGANISATIONS } from '../../seed/organisations.js';
import { READY_SIGN_INS } from '../../seed/sign-ins.js';
import { ask, officer } from '../../shared/testing/ask.js';
import { openTestExchange, type TestExchange, type TestExchangeOptions } from '../../shared/testing/open-test-exchange.js';
import { startStore } from '../../shared/testing/start-store.js';
import type { Viewer, ViewerClaims } from '../../shared/viewer/viewer.js';

/** An exchange with the organisations of the embedded mode, and nothing in it yet. */
export async function openJourney({ at }: Pick<TestExchangeOptions, 'at'> = {}): Promise<TestExchange> {
  const store = await startStore();
  const exchange = await openTestExchange({ store, ...(at !== undefined && { at }) });
  await exchange.register(...COORDINATING_BODIES, ...ORGANISATIONS);
  return {
    ...exchange,
    async close() {
      await exchange.close();
      await store.stop();
    },
  };
}

/** When somebody looks at the exercise that was played. */
const AFTER_THE_EXERCISE = '2026-06-15T09:00:00Z';

/** An exchange in which a small exercise was played in its own time, and which stands some weeks after it. */
export async function openPlayedExercise(arrests: number): Promise<TestExchange> {
  const journey = await openJourney({ at: REGISTERED_AT });
  await journey.register(...EXERCISE_BUREAUS);
  await registerExercise(journey.exchange);
  await playExercise(journey.exchange, journey.clock, exerciseSize(arrests));
  journey.clock.set(AFTER_THE_EXERCISE);
  await journey.exchange.directory.refresh();
  return journey;
}

/** A ready sign-in with exactly its rights. It states a purpose and a case unless told otherwise. */
export function signedIn(name: string, claims: Pick<Partial<ViewerClaims>, 'purpose' | 'caseReference'> = {}): Viewer {
  const found = READY_SIGN_INS.find((signIn) => signIn.name === name);
  if (found === undefined) throw new Error(`There is no sign-in ${name}.`);
  const { subject, organisation, roles, maxTlp } = found;
  return officer(organisation, { subject, roles, maxTlp, ...claims });
}

export const WITHOUT_PURPOSE = { purpose: null, caseReference: null } as const;

/** Asks what must be answered without an error. */
export async function answered(exchange: TestExchange, viewer: Viewer, query: string, variables: object = {}): Promise<unknown> {
  const { data, errors } = await ask(exchange, viewer, query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

/** Asks for the arrest by its id: whether this viewer may read it. */
export async function readsArrest(exchange: TestExchange, viewer: Viewer, id: string): Promise<boolean> {
  const data = await answered(exchange, viewer, 'query ($id: ID!) { arrest(id: $id) { id } }', { id });
  return z.object({ arrest: z.object({ id: z.literal(id) }).nullable() }).parse(data).arrest !== null;
}

/** An exercise operation whose founding participant is Tokyo; its code. */
export function tokyosOperation(reference: string): object {
  return {
    reference,
    name: `EXERCISE ${reference.toUpperCase()}`,
    exercise: true,
    start: '2026-04',
    crimeTypes: ['VOICE_PHISHING'],
    mentions: ['JP'],
    handling: { tlp: 'CLEAR' },
    participants: [{ organisation: 'jp-ncb', role: 'LEAD' }],
  };
}

export function arrestOf(operation: string, reference: string, more: object = {}): object {
  return { reference, operation, country: 'JP', day: '2026-04-20', crimeType: 'VOICE_PHISHING', handling: { tlp: 'GREEN' }, ...more };
}
