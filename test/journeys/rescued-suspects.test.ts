import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attempt, change, remove } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, arrestOf, openJourney, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openJourney();
  await change(exchange, signedIn('coordinator'), 'registerOperation', tokyosOperation('lantern'));
});
afterAll(() => exchange.close());

const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');
const LANTERN = 'interpol/lantern';
const rescueOf = (reference: string, more: object = {}): object => ({
  reference, operation: LANTERN, country: 'JP', day: '2026-04-20', victimState: 'FORCED_TO_OFFEND', handling: { tlp: 'GREEN' }, ...more,
});
const RESCUE = 'query ($id: ID!) { rescue(id: $id) { version victimState { code } arrest { reference } } }';

describe('a person who was forced to offend', () => {
  it('is a victim first; the arrest shows to whoever may read both', async () => {
    const open = await change(exchange, tokyo, 'recordArrest', arrestOf(LANTERN, 'A-1'));
    const closed = await change(exchange, tokyo, 'recordArrest', arrestOf(LANTERN, 'A-2', { handling: { tlp: 'RED' } }));
    const one = await change(exchange, tokyo, 'recordRescue', rescueOf('R-1', { arrest: open.id }));
    const two = await change(exchange, tokyo, 'recordRescue', rescueOf('R-2', { arrest: closed.id }));
    const forced = { victimState: { code: 'FORCED_TO_OFFEND' } };
    expect(await answered(exchange, windhoek, RESCUE, { id: one.id })).toMatchObject({ rescue: { ...forced, arrest: { reference: 'A-1' } } });
    expect(await answered(exchange, windhoek, RESCUE, { id: two.id })).toMatchObject({ rescue: { ...forced, arrest: null } });
    expect(await answered(exchange, tokyo, RESCUE, { id: two.id })).toMatchObject({ rescue: { ...forced, arrest: { reference: 'A-2' } } });
  });

  it('may be linked to an arrest later, which changes no version for whoever does not read that arrest', async () => {
    const closed = await change(exchange, tokyo, 'recordArrest', arrestOf(LANTERN, 'A-3', { handling: { tlp: 'RED' } }));
    const { id, version } = await change(exchange, tokyo, 'recordRescue', rescueOf('R-3'));
    const before = await answered(exchange, windhoek, RESCUE, { id });
    const linked = await change(exchange, tokyo, 'correctRescue', { id, version, arrest: closed.id });
    expect(linked.version).not.toBe(version);
    expect(await answered(exchange, windhoek, RESCUE, { id })).toEqual(before);
    const cleared = await change(exchange, tokyo, 'correctRescue', { id, version: linked.version, arrest: null });
    expect(await answered(exchange, tokyo, RESCUE, { id })).toMatchObject({ rescue: { version: cleared.version, arrest: null } });
  });

  it('is linked to no arrest that its officer may not read, in the words for one that is not there', async () => {
    const closed = await change(exchange, tokyo, 'recordArrest', arrestOf(LANTERN, 'A-4', { handling: { tlp: 'RED' } }));
    const faultOf = async (arrest: string): Promise<string> => {
      const { issues } = await attempt(exchange, windhoek, 'recordRescue', rescueOf('W-1', { operation: null, country: 'NA', arrest }));
      return JSON.stringify(issues).replaceAll(arrest, '…');
    };
    expect(await faultOf(closed.id)).toBe(await faultOf('nothing'));
    expect(await faultOf('nothing')).toContain('"path":"arrest"');
  });

  it('remains a victim when the arrest is retracted', async () => {
    const arrest = await change(exchange, tokyo, 'recordArrest', arrestOf(LANTERN, 'A-5'));
    const { id } = await change(exchange, tokyo, 'recordRescue', rescueOf('R-5', { arrest: arrest.id }));
    await remove(exchange, tokyo, 'retractArrest', { id: arrest.id, version: arrest.version });
    expect(await answered(exchange, tokyo, RESCUE, { id })).toMatchObject({ rescue: { victimState: { code: 'FORCED_TO_OFFEND' }, arrest: null } });
  });
});

describe('a correction of an arrest', () => {
  it('reaches everything that was said of it', async () => {
    const { id, version } = await change(exchange, tokyo, 'recordArrest', arrestOf(LANTERN, 'A-6', { evaluation: { source: 'A', information: '1' }, methods: ['DEEPFAKE'] }));
    const corrected = { countriesOfCommission: ['NA', 'JP'], countriesOfVictims: ['SG'], methods: ['SCAM_CENTRE'], contactModes: ['SMS'], evaluation: { source: 'B', information: '2' } };
    const { version: next } = await change(exchange, tokyo, 'correctArrest', { id, version, ...corrected });
    const query = `query ($id: ID!) { arrest(id: $id) { countriesOfCommission { code } countriesOfVictims { code } methods { code } contactModes { code } evaluation { source information } } }`;
    const inCodes = (codes: readonly string[]): object[] => codes.map((code) => ({ code }));
    expect(await answered(exchange, windhoek, query, { id })).toEqual({
      arrest: { ...corrected, countriesOfCommission: inCodes(['NA', 'JP']), countriesOfVictims: inCodes(['SG']), methods: inCodes(['SCAM_CENTRE']), contactModes: inCodes(['SMS']) },
    });
    expect(await attempt(exchange, tokyo, 'correctArrest', { id, version: next, methods: ['MAGIC'], countriesOfVictims: ['XX'], evaluation: { source: 'Z', information: '1' } })).toMatchObject({
      issues: expect.arrayContaining(['evaluation.source', 'countriesOfVictims[0]', 'methods[0]'].map((path) => expect.objectContaining({ path }))),
    });
    await change(exchange, tokyo, 'correctArrest', { id, version: next, evaluation: null, methods: [] });
    expect(await answered(exchange, tokyo, query, { id })).toMatchObject({ arrest: { evaluation: null, methods: [], contactModes: inCodes(['SMS']) } });
  });
});
