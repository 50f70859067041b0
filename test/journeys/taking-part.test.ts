import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, officer } from '../../shared/testing/ask.js';
import { attempt, change } from '../../shared/testing/change.js';
import { authority, coordinatingBody } from '../../shared/testing/organisations.js';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { Viewer } from '../../shared/viewer/viewer.js';

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(coordinatingBody('interpol'), authority('jp-ncb', 'JP'), authority('na-ncb', 'NA'), authority('es-ncb', 'ES'));
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const body = officer('interpol');
const japan = officer('jp-ncb');
const DAY = 86_400_000;

/** An operation that Japan leads; its code. */
async function led(reference: string, handling: object = { tlp: 'CLEAR' }): Promise<string> {
  await change(exchange, body, 'registerOperation', { reference, name: reference, handling, participants: [{ organisation: 'jp-ncb', role: 'LEAD' }] });
  return `interpol/${reference}`;
}

const shown = z.object({ id: z.string(), version: z.string(), endedAt: z.string().nullable(), handling: z.object({ tlp: z.string() }), organisation: z.object({ code: z.string() }) });

async function participations(viewer: Viewer, code: string): Promise<z.infer<typeof shown>[]> {
  const query = 'query ($code: String) { operation(code: $code) { participations { edges { node { id version endedAt handling { tlp } organisation { code } } } } } }';
  const { data } = await ask(exchange, viewer, query, { code });
  const { operation } = z.object({ operation: z.object({ participations: z.object({ edges: z.array(z.object({ node: shown })) }) }) }).parse(data);
  return operation.participations.edges.map(({ node }) => node);
}

async function japansOwn(code: string): Promise<z.infer<typeof shown>> {
  const found = (await participations(body, code)).find(({ organisation }) => organisation.code === 'jp-ncb');
  if (found === undefined) throw new Error('Japan takes no part.');
  return found;
}

describe('a participation that has ended', () => {
  it('is not revived by ending it again', async () => {
    const operation = await led('over');
    const { id, version } = await change(exchange, body, 'addParticipation', { operation, organisation: 'na-ncb' });
    const ended = await change(exchange, body, 'endParticipation', { id, version });
    const endedAt = new Date(exchange.clock.now().getTime() + DAY).toISOString();
    expect(await attempt(exchange, body, 'endParticipation', { id, version: ended.version, endedAt })).toMatchObject({ __typename: 'Conflict' });
    expect((await participations(body, operation)).find((held) => held.id === id)?.endedAt).toBe(exchange.clock.now().toISOString());
  });

  it('is followed by another, even in the same millisecond', async () => {
    const operation = await led('again');
    const { id, version } = await change(exchange, body, 'addParticipation', { operation, organisation: 'na-ncb' });
    await change(exchange, body, 'endParticipation', { id, version });
    const next = await attempt(exchange, body, 'addParticipation', { operation, organisation: 'na-ncb' });
    expect(next).toMatchObject({ __typename: 'ParticipationAccepted', repeated: false });
    expect(next.record?.id).not.toBe(id);
  });
});

it('moves an end that is set only to an earlier instant', async () => {
  const operation = await led('moved');
  const at = (days: number): string => new Date(exchange.clock.now().getTime() + days * DAY).toISOString();
  const { id, version } = await change(exchange, body, 'addParticipation', { operation, organisation: 'na-ncb' });
  const set = await change(exchange, body, 'endParticipation', { id, version, endedAt: at(10) });
  expect(await attempt(exchange, body, 'endParticipation', { id, version: set.version, endedAt: at(20) })).toMatchObject({ issues: [{ path: 'endedAt' }] });
  expect(await attempt(exchange, body, 'endParticipation', { id, version: set.version, endedAt: at(10) })).toMatchObject({ repeated: true });
  await change(exchange, body, 'endParticipation', { id, version: set.version, endedAt: at(5) });
  expect((await participations(body, operation)).find((held) => held.id === id)?.endedAt).toBe(at(5));
});

describe('a lead', () => {
  it('enters what the coordinating body ends, and gets no receipt of its journal', async () => {
    const operation = await led('entered');
    const added = await attempt(exchange, japan, 'addParticipation', { operation, organisation: 'na-ncb' });
    expect(added).toMatchObject({ __typename: 'ParticipationAccepted', receipt: null, repeated: false });
    const { id, version } = added.record ?? {};
    expect(await attempt(exchange, body, 'endParticipation', { id, version })).toMatchObject({ __typename: 'ParticipationAccepted', receipt: { seq: expect.any(Number) } });
  });

  it('ends what it entered, but nothing that another entered', async () => {
    const operation = await led('ends');
    const own = await change(exchange, japan, 'addParticipation', { operation, organisation: 'na-ncb' });
    const others = await change(exchange, body, 'addParticipation', { operation, organisation: 'es-ncb' });
    expect(await attempt(exchange, japan, 'endParticipation', { id: others.id, version: others.version })).toMatchObject({ __typename: 'NotFound' });
    expect(await attempt(exchange, japan, 'endParticipation', { id: own.id, version: own.version })).toMatchObject({ __typename: 'ParticipationAccepted' });
  });

  it('ends nothing once it leads no more', async () => {
    const operation = await led('former');
    const { id, version } = await change(exchange, japan, 'addParticipation', { operation, organisation: 'na-ncb' });
    const lead = await japansOwn(operation);
    await change(exchange, body, 'endParticipation', { id: lead.id, version: lead.version });
    expect(await attempt(exchange, japan, 'endParticipation', { id, version })).toMatchObject({ __typename: 'Forbidden' });
  });

  it('sees whoever takes part already in an operation that it was let into later', async () => {
    const operation = await led('narrow', { tlp: 'RED', recipients: [{ organisation: 'jp-ncb' }] });
    await change(exchange, japan, 'addParticipation', { operation, organisation: 'es-ncb', role: 'LEAD' });
    const handling = { tlp: 'RED', recipients: [{ organisation: 'es-ncb' }] };
    const { data } = await ask(exchange, body, 'query ($code: String) { operation(code: $code) { id version } }', { code: operation });
    await change(exchange, body, 'relabelOperation', { ...z.object({ operation: z.object({ id: z.string(), version: z.string() }) }).parse(data).operation, handling });
    const seen = await participations(officer('es-ncb'), operation);
    expect(seen.map(({ organisation, handling: { tlp } }) => `${organisation.code} ${tlp}`).sort()).toEqual(['es-ncb RED', 'jp-ncb RED']);
    expect((await ask(exchange, japan, 'query ($code: String) { operation(code: $code) { id } }', { code: operation })).data).toEqual({ operation: null });
  });
});

it('lets an organisation take part once, whoever enters it and however many at a time', async () => {
  const operation = await led('once');
  const outcomes = await Promise.all([body, japan, body, japan, body].map((viewer) => attempt(exchange, viewer, 'addParticipation', { operation, organisation: 'na-ncb' })));
  expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['Conflict', 'Conflict', 'Conflict', 'Conflict', 'ParticipationAccepted']);
  expect((await participations(body, operation)).filter(({ organisation }) => organisation.code === 'na-ncb')).toHaveLength(1);
});

it('does not take a refusal of a founding participation, which would have no effect', async () => {
  const { id } = await japansOwn(await led('founded'));
  const decide = (decision: string): Promise<unknown> => attempt(exchange, officer('na-ncb'), 'decideParticipation', { id, decision });
  expect(await decide('REFUSED')).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: 'decision' }] });
  expect(await decide('ACCEPTED')).toMatchObject({ __typename: 'ParticipationAccepted' });
});
