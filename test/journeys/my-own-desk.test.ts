import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { change, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { authority } from '../../shared/testing/organisations.js';
import { officer } from '../../shared/testing/ask.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { answered, openJourney, signedIn, WITHOUT_PURPOSE } from './journey.js';

const HOUR = 3_600_000;
const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');
const helsinki = signedIn('liaison-outside');

const recorded = {
  Arrest: { crimeType: 'VOICE_PHISHING' },
  Rescue: { victimState: 'TRAFFICKED' },
  Asset: { kind: 'COMPUTER', custodyState: 'SEIZED' },
} as const;
type Kind = keyof typeof recorded;
const KINDS: readonly Kind[] = ['Arrest', 'Rescue', 'Asset'];

let exchange: TestExchange;
const released = new Map<Kind, Changed>();

async function record(viewer: Viewer, kind: Kind, reference: string, tlp: string): Promise<Changed> {
  return await change(exchange, viewer, `record${kind}`, { reference, country: 'JP', day: '2026-04-20', handling: { tlp }, ...recorded[kind] });
}

beforeAll(async () => {
  exchange = await openJourney();
  for (const kind of KINDS) {
    await record(tokyo, kind, 'of Tokyo', 'GREEN');
    await record(windhoek, kind, 'of Windhoek', 'GREEN');
    const kept = await record(windhoek, kind, 'released to Helsinki', 'RED');
    const until = new Date(exchange.clock.now().getTime() + HOUR).toISOString();
    const release = { to: { ncbOf: 'FI' }, purpose: 'SUPPORT_INVESTIGATION', until };
    released.set(kind, await change(exchange, windhoek, `release${kind}`, { id: kept.id, version: kept.version, release }));
  }
});
afterAll(() => exchange.close());

async function referencesOf(viewer: Viewer, kind: Kind, filter: object): Promise<string[]> {
  const list = `${kind.toLowerCase()}s`;
  const data = await answered(exchange, viewer, `query ($filter: ${kind}Filter) { ${list}(filter: $filter) { edges { node { reference } } } }`, { filter });
  const page = z.object({ edges: z.array(z.object({ node: z.object({ reference: z.string() }) })) });
  return z.record(z.string(), page).parse(data)[list]?.edges.map(({ node }) => node.reference).sort() ?? [];
}

describe.each(KINDS)('on their own desk an officer finds, of every %s,', (kind) => {
  it('what their organisation gave', async () => {
    expect(await referencesOf(tokyo, kind, { originator: 'mine' })).toEqual(['of Tokyo']);
    expect(await referencesOf(windhoek, kind, { originator: 'mine' })).toEqual(['of Windhoek', 'released to Helsinki']);
    expect(await referencesOf(signedIn('bank-jp'), kind, { originator: 'mine' })).toEqual([]);
  });

  it('what another organisation gave, as far as they may read it', async () => {
    expect(await referencesOf(tokyo, kind, { originator: 'na-ncb' })).toEqual(['of Windhoek']);
    expect(await referencesOf(helsinki, kind, { originator: 'na-ncb' })).toEqual(['of Windhoek', 'released to Helsinki']);
    expect(await referencesOf(tokyo, kind, { originator: 'xx-nobody' })).toEqual([]);
  });

  it('what is released to them, for the purpose that they state', async () => {
    expect(await referencesOf(helsinki, kind, { releasedToMe: true })).toEqual(['released to Helsinki']);
    expect(await referencesOf(helsinki, kind, { releasedToMe: false })).toEqual(['of Tokyo', 'of Windhoek']);
    expect(await referencesOf(helsinki, kind, { releasedToMe: true, originator: 'jp-ncb' })).toEqual([]);
    expect(await referencesOf(signedIn('liaison-outside', WITHOUT_PURPOSE), kind, { releasedToMe: true })).toEqual([]);
    expect(await referencesOf(signedIn('liaison-outside', { purpose: 'TREND_ANALYSIS' }), kind, { releasedToMe: true })).toEqual([]);
    expect(await referencesOf(windhoek, kind, { releasedToMe: true })).toEqual([]);
  });
});

describe('on their own desk', () => {
  it('nothing names an originator that the register hides from them', async () => {
    await exchange.register(authority('na-quiet', 'NA', { tlp: 'RED' }));
    await record(officer('na-quiet'), 'Arrest', 'of a hidden originator', 'GREEN');
    expect(await referencesOf(tokyo, 'Arrest', { country: 'JP' })).toContain('of a hidden originator');
    expect(await referencesOf(tokyo, 'Arrest', { originator: 'na-quiet' })).toEqual([]);
    expect(await referencesOf(officer('na-quiet'), 'Arrest', { originator: 'mine' })).toEqual(['of a hidden originator']);
  });

  it('a tally counts what the list with the same filter shows', async () => {
    await change(exchange, signedIn('coordinator'), 'registerOperation', {
      reference: 'desk', name: 'Desk', handling: { tlp: 'CLEAR' }, participants: [{ organisation: 'jp-ncb', role: 'LEAD' }, { organisation: 'na-ncb' }],
    });
    for (const [viewer, reference] of [[tokyo, 'D-1'], [windhoek, 'D-2'], [windhoek, 'D-3']] as const) {
      await change(exchange, viewer, 'recordArrest', { reference, operation: 'interpol/desk', country: 'JP', day: '2026-04-20', handling: { tlp: 'GREEN' }, ...recorded.Arrest });
    }
    const query = 'query ($filter: ArrestFilter) { operation(code: "interpol/desk") { arrestTally(filter: $filter) { count } } }';
    expect(await answered(exchange, tokyo, query, { filter: { originator: 'mine' } })).toEqual({ operation: { arrestTally: { count: 1 } } });
    expect(await answered(exchange, tokyo, query, { filter: { originator: 'na-ncb' } })).toEqual({ operation: { arrestTally: { count: 2 } } });
    expect(await answered(exchange, tokyo, query, { filter: { releasedToMe: true } })).toEqual({ operation: { arrestTally: { count: null } } });
  });

  it('a release is gone when it is recalled, and when it has ended', async () => {
    const arrest = released.get('Arrest');
    await change(exchange, windhoek, 'recallArrestRelease', { id: arrest?.id, releaseId: arrest?.releases?.[0]?.id });
    expect(await referencesOf(helsinki, 'Arrest', { releasedToMe: true })).toEqual([]);
    expect(await referencesOf(helsinki, 'Rescue', { releasedToMe: true })).toEqual(['released to Helsinki']);
    await exchange.moveClock(HOUR);
    expect(await referencesOf(helsinki, 'Rescue', { releasedToMe: true })).toEqual([]);
  });
});
