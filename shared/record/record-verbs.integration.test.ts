import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, officer, post } from '../testing/ask.js';
import { attempt, change, remove, type Changed } from '../testing/change.js';
import { openTestExchange, type TestExchange } from '../testing/open-test-exchange.js';
import { authority, coordinatingBody, institution } from '../testing/organisations.js';
import { startStore, type TestStore } from '../testing/start-store.js';
import type { Viewer } from '../viewer/viewer.js';

const secretariat = officer('interpol');
const windhoek = officer('na-ncb');
const windhoeksReader = officer('na-ncb', { roles: ['reader'] });
const singapore = officer('sg-ncb');
const seoul = officer('kr-ncb');
const helsinki = officer('fi-ncb');
const bank = officer('sg-bank');
const HOUR = 3_600_000;

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openTestExchange({ store });
  await exchange.register(
    coordinatingBody('interpol'),
    ...['NA', 'SG', 'KR', 'FI'].map((country) => authority(`${country.toLowerCase()}-ncb`, country)),
    institution('sg-bank', 'SG'),
    authority('na-hidden', 'NA', { name: 'The Quiet Unit', tlp: 'RED' }),
  );
  await operation('mosaic');
});

afterAll(async () => {
  await exchange.close();
  await store.stop();
});

async function operation(reference: string): Promise<Changed> {
  const participants = ['na-ncb', 'sg-ncb', 'sg-bank'].map((organisation) => ({ organisation }));
  const registered = await change(exchange, secretariat, 'registerOperation', { reference, name: reference, handling: { tlp: 'CLEAR' }, participants });
  await exchange.exchange.directory.refresh();
  return registered;
}

function arrestOf(reference: string, different: object = {}): object {
  return {
    reference, operation: 'interpol/mosaic', country: 'NA', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'AMBER' },
    suspect: { name: 'Invented Person', handling: { tlp: 'AMBER_STRICT' } }, ...different,
  };
}

function record(reference: string, different: object = {}, by: Viewer = windhoek): Promise<Changed> {
  return change(exchange, by, 'recordArrest', arrestOf(reference, different));
}

function releaseTo(organisation: string, more: object = {}): { release: object } {
  return { release: { to: { organisation }, purpose: 'SUPPORT_INVESTIGATION', until: '2027-01-01T00:00:00Z', ...more } };
}

const seen = z.object({ version: z.string(), operation: z.unknown(), suspect: z.object({ name: z.string() }).nullable() });

async function read(viewer: Viewer, id: string): Promise<z.infer<typeof seen> | null> {
  const { data } = await ask(exchange, viewer, 'query ($id: ID!) { arrest(id: $id) { version operation { __typename } suspect { name } } }', { id });
  return z.object({ arrest: seen.nullable() }).parse(data).arrest;
}

describe('the version that a reader is told', () => {
  it.each<[string, 'releaseArrest' | 'relabelArrest', object]>([
    ['is released to another organisation', 'releaseArrest', releaseTo('kr-ncb')],
    ['names another recipient', 'relabelArrest', { handling: { tlp: 'AMBER', recipients: [{ organisation: 'kr-ncb' }] } }],
    ['keeps its identity more strictly', 'relabelArrest', { handling: { tlp: 'AMBER' }, identityHandling: { tlp: 'RED' } }],
  ])('stays when the record only %s, and changes for its editors', async (says, mutation, different) => {
    const { id, version } = await record(`version: ${says}`);
    const before = await read(singapore, id);
    const { version: after } = await change(exchange, windhoek, mutation, { id, version, ...different });
    expect(await read(singapore, id)).toEqual(before);
    expect(after).not.toBe(version);
  });

  it("stays for the originator's own people who edit nothing", async () => {
    const { id, version } = await record('version: colleague');
    const before = await read(windhoeksReader, id);
    await change(exchange, windhoek, 'releaseArrest', { id, version, ...releaseTo('kr-ncb', { withIdentity: true }) });
    expect(await read(windhoeksReader, id)).toEqual(before);
  });

  it('changes when the level does, which it sees', async () => {
    const { id, version } = await record('version: level');
    const before = await read(singapore, id);
    await change(exchange, windhoek, 'relabelArrest', { id, version, handling: { tlp: 'GREEN' } });
    expect((await read(singapore, id))?.version).not.toBe(before?.version);
  });
});

describe('releasing a record again', () => {
  it('adds to its release group in place: no new label, no other version, the first release stays', async () => {
    const { id, version } = await record('release: again');
    const once = await change(exchange, windhoek, 'releaseArrest', { id, version, ...releaseTo('kr-ncb') });
    const labels = await labelCount();
    const twice = await change(exchange, windhoek, 'releaseArrest', { id, version: once.version, ...releaseTo('fi-ncb') });
    expect(await labelCount()).toBe(labels);
    expect([twice.version, twice.releases?.length]).toEqual([once.version, 2]);
    expect([await read(seoul, id), await read(helsinki, id)]).toEqual([expect.anything(), expect.anything()]);
    expect(await attempt(exchange, windhoek, 'releaseArrest', { id, version: once.version, ...releaseTo('fi-ncb') })).toMatchObject({ repeated: true });
  });

  it('keeps the identity back from whom the record alone is released, although somebody else got both', async () => {
    const { id, version } = await record('release: identity');
    const once = await change(exchange, windhoek, 'releaseArrest', { id, version, ...releaseTo('kr-ncb', { withIdentity: true }) });
    await change(exchange, windhoek, 'releaseArrest', { id, version: once.version, ...releaseTo('fi-ncb') });
    expect(await read(seoul, id)).toMatchObject({ suspect: { name: 'Invented Person' } });
    expect(await read(helsinki, id)).toMatchObject({ suspect: null });
  });

  async function labelCount(): Promise<number> {
    const connection = exchange.exchange.arrests.runtime.connection;
    return connection.collection('labels').countDocuments();
  }
});

describe('an operation that is closed to an originator', () => {
  it('leaves it its record, without the operation, to read, correct and erase', async () => {
    const { id: operationId, version: operationVersion } = await operation('closing');
    const { id } = await record('closing', { operation: 'interpol/closing' });
    await change(exchange, secretariat, 'relabelOperation', { id: operationId, version: operationVersion, handling: { tlp: 'RED' } });
    await exchange.exchange.directory.refresh();
    const kept = await read(windhoek, id);
    expect(kept).toMatchObject({ operation: null });
    expect(await read(singapore, id)).toBeNull();
    const { version } = await change(exchange, windhoek, 'correctArrest', { id, version: kept?.version, country: 'SG' });
    await remove(exchange, windhoek, 'eraseArrest', { id, version });
  });
});

describe('a repeat', () => {
  it('is harmless after the operation was closed to who recorded, and null is what is left out', async () => {
    const { id, version } = await operation('repeating');
    await record('repeat', { operation: 'interpol/repeating' });
    await change(exchange, secretariat, 'relabelOperation', { id, version, handling: { tlp: 'RED' } });
    await exchange.exchange.directory.refresh();
    const again = arrestOf('repeat', { operation: 'interpol/repeating', agency: null, role: null });
    expect(await attempt(exchange, windhoek, 'recordArrest', again)).toMatchObject({ repeated: true, receipt: null });
    expect(await attempt(exchange, windhoek, 'recordArrest', { ...again, country: 'SG' })).toMatchObject({ __typename: 'InvalidInput' });
  });
});

describe('an input that is wrong', () => {
  const wrongTypes = Array.from({ length: 45 }, (_, index) => `NO_CRIME_${String(index)}`);

  it('is not looked at where the role is missing', async () => {
    const wrong = arrestOf('wrong', { furtherCrimeTypes: wrongTypes });
    const named = { id: 'any', version: 'any' };
    expect(await attempt(exchange, windhoeksReader, 'recordArrest', wrong)).toMatchObject({ __typename: 'Forbidden' });
    expect(await attempt(exchange, windhoeksReader, 'correctArrest', { ...named, crimeType: 'NONE' })).toMatchObject({ __typename: 'Forbidden' });
    expect(await attempt(exchange, windhoeksReader, 'releaseArrest', { ...named, ...releaseTo('nobody', { purpose: 'NONE' }) })).toMatchObject({ __typename: 'Forbidden' });
  });

  it('is answered shortly, however wrong it is', async () => {
    const { issues, message } = await attempt(exchange, windhoek, 'recordArrest', arrestOf('wrong', { furtherCrimeTypes: wrongTypes }));
    expect(issues).toHaveLength(21);
    expect(issues?.at(-1)).toEqual({ path: '…', message: 'And 25 more.' });
    expect(message).toMatch(/^More than 20/);
    expect(issues?.every((issue) => issue.message.length < 150)).toBe(true);
  });

  it.each<[string, string, object]>([
    ['too many crime types', 'furtherCrimeTypes', { furtherCrimeTypes: Array<string>(51).fill('NONE') }],
    ['too many countries', 'countriesOfVictims', { countriesOfVictims: Array<string>(51).fill('XX') }],
    ['too many recipients', 'handling.recipients', { handling: { tlp: 'AMBER', recipients: Array<object>(51).fill({ organisation: 'none' }) } }],
    ['too many aliases', 'suspect.aliases', { suspect: { name: 'Invented', aliases: Array<string>(51).fill('') } }],
    ['too many documents', 'suspect.documents', { suspect: { name: 'Invented', documents: Array<object>(51).fill({ type: 'NONE', number: '' }) } }],
    ['an endless original name', 'suspect.nameOriginal', { suspect: { name: 'Invented', nameOriginal: 'x'.repeat(201) } }],
    ['an endless subject', 'handling.recipients[0].subject', { suspect: null, handling: { tlp: 'RED', recipients: [{ organisation: 'kr-ncb', subject: 'x'.repeat(256) }] } }],
    ['a subject that is empty', 'handling.recipients[0].subject', { suspect: null, handling: { tlp: 'RED', recipients: [{ organisation: 'kr-ncb', subject: '' }] } }],
  ])('is refused in one sentence for %s', async (_, path, different) => {
    const { issues } = await attempt(exchange, windhoek, 'recordArrest', arrestOf('bounds', different));
    expect(issues?.map((issue) => issue.path)).toEqual([path]);
  });
});

describe('a page of records', () => {
  it('writes into the disclosure log what it showed, and not the record behind it', async () => {
    const shown = await record('page-2', { day: '2020-01-02' });
    const behind = await record('page-1', { day: '2020-01-01' });
    const { data } = await ask(exchange, singapore, '{ arrests(first: 1, filter: { dayTo: "2020-01-02" }) { edges { node { id } } pageInfo { hasNextPage } } }');
    expect(data).toMatchObject({ arrests: { edges: [{ node: { id: shown.id } }], pageInfo: { hasNextPage: true } } });
    const log = await post(exchange, windhoek, JSON.stringify({ query: '{ arrestDisclosures(first: 5) { edges { node { recordIds } } } }' }));
    expect(log.text).toContain(shown.id);
    expect(log.text).not.toContain(behind.id);
  });
});

describe('a merged organisation', () => {
  it('leaves its records, releases and disclosures to its successor, who acts in its chain', async () => {
    await exchange.register(authority('gb-old', 'GB'), authority('gb-ncb', 'GB'));
    const old = officer('gb-old');
    const { id, version } = await record('merged', { operation: null, handling: { tlp: 'AMBER' } }, old);
    const { version: released } = await change(exchange, old, 'releaseArrest', { id, version, ...releaseTo('kr-ncb') });
    expect(released).not.toBe(version);
    await read(seoul, id);
    await exchange.register(authority('gb-old', 'GB', { succeededBy: 'gb-ncb' }));
    const successor = officer('gb-ncb');
    const kept = await read(successor, id);
    const { data } = await ask(exchange, successor, 'query ($id: ID!) { arrest(id: $id) { releases { recalled } } arrestDisclosures { edges { node { recordIds } } } }', { id });
    expect(data).toEqual({ arrest: { releases: [{ recalled: false }] }, arrestDisclosures: { edges: [{ node: { recordIds: [id] } }] } });
    const { version: corrected } = await change(exchange, successor, 'correctArrest', { id, version: kept?.version, country: 'GB' });
    const { version: relabelled } = await change(exchange, successor, 'relabelArrest', { id, version: corrected, handling: { tlp: 'GREEN' } });
    expect(await attempt(exchange, helsinki, 'retractArrest', { id, version: relabelled })).toMatchObject({ __typename: 'NotFound' });
    await remove(exchange, successor, 'eraseArrest', { id, version: relabelled });
  });
});

describe('H2', () => {
  it('freezes those whom AMBER reaches today, for good: no bank, none that the originator refused or has yet to accept', async () => {
    await operation('frozen');
    await join('kr-ncb');
    const refused = await join('fi-ncb');
    await change(exchange, windhoek, 'decideParticipation', { id: refused.id, decision: 'REFUSED' });
    const { id } = await record('frozen', { operation: 'interpol/frozen', handling: { tlp: 'AMBER', codes: ['H2'] } });
    const { id: plain } = await record('plain', { operation: 'interpol/frozen' });
    expect([await read(singapore, id), await read(secretariat, id)]).toEqual([expect.anything(), expect.anything()]);
    for (const viewer of [seoul, helsinki, bank]) expect(await read(viewer, id)).toBeNull();
    await exchange.moveClock(72 * HOUR);
    expect(await read(seoul, plain)).not.toBeNull();
    for (const viewer of [seoul, helsinki, bank]) expect(await read(viewer, id)).toBeNull();
  });

  async function join(organisation: string): Promise<Changed> {
    const joined = await change(exchange, secretariat, 'addParticipation', { operation: 'interpol/frozen', organisation });
    await exchange.exchange.directory.refresh();
    return joined;
  }
});
