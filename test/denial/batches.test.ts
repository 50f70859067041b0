import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, officer, post } from '../../shared/testing/ask.js';
import { authority } from '../../shared/testing/organisations.js';
import { change } from '../../shared/testing/change.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { arrestOfWindhoek, openDenialWorld, secretariat, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

let world: DenialWorld;
beforeAll(async () => {
  world = await openDenialWorld();
  await arrestOfWindhoek(world, 'W-1', { handling: { tlp: 'RED' } });
  await world.exchange.register(authority('na-quiet', 'NA', { tlp: 'RED' }));
  await change(world.exchange, secretariat, 'registerOperation', { reference: 'hidden', name: 'Hidden', handling: { tlp: 'RED' } });
});
afterAll(() => world.close());

const BATCH = `mutation ($input: RecordArrestsInput!) { recordArrests(input: $input) { __typename
  ... on BatchReport { recorded repeated refused heldBack rows { index outcome issues { path message } } }
  ... on InvalidInput { message issues { path message } } ... on Forbidden { message } } }`;

const arrestOf = (reference: string, different: object = {}): object => ({ reference, country: 'NA', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'RED' }, ...different });

async function told(viewer: Viewer, rows: readonly object[], mode = 'REFUSE_ALL'): Promise<string> {
  const { text } = await post(world.exchange, viewer, JSON.stringify({ query: BATCH, variables: { input: { rows, mode } } }));
  return text;
}

describe('a batch', () => {
  it.each<[string, Viewer]>([
    ['a reader', officer('na-ncb', { roles: ['reader', 'releaser', 'auditor', 'registrar'] })],
    ['a dashboard', officer('na-ncb', { roles: ['dashboard'] })],
    ['a junior officer with a ceiling', officer('na-ncb', { maxTlp: 'AMBER' })],
  ])('of %s is refused in the same bytes, whether its references stand or not', async (_, viewer) => {
    const [standing, absent] = [await told(viewer, [arrestOf('W-1')]), await told(viewer, [arrestOf('W-2')])];
    expect(standing).toBe(absent);
    expect(standing).toContain('Forbidden');
    expect(await told(viewer, [arrestOf('W-1', { crimeType: 'NONE' })])).toBe(absent);
  });

  it('never meets the references of another organisation', async () => {
    expect(await told(seoul, [arrestOf('W-1')])).toBe(await told(singapore, [arrestOf('free')]));
  });

  it('gives one answer to whoever names an operation or an organisation that is hidden, and one that is not there', async () => {
    for (const [field, hidden, absent] of [['operation', 'interpol/hidden', 'interpol/absent'], ['agency', 'na-quiet', 'na-absent']] as const) {
      const answers = [await told(seoul, [arrestOf('S-1', { [field]: hidden })]), await told(seoul, [arrestOf('S-1', { [field]: absent })])];
      expect(answers[0]?.replace(hidden, absent)).toBe(answers[1]);
      expect(answers[0]).toContain('that you may name');
    }
  });

  it('of more rows than the gateway takes is refused before a row is looked at, and so is a long one that is used many times', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => arrestOf(`many-${index}`));
    expect(await told(windhoek, rows)).toContain('at most 500 elements');
    const query = 'mutation ($input: RecordArrestsInput!) { a: recordArrests(input: $input) { __typename } b: recordArrests(input: $input) { __typename } c: recordArrests(input: $input) { __typename } }';
    const { data, errors } = await ask(world.exchange, windhoek, query, { input: { rows: rows.slice(0, 400) } });
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain('3 mutations with a list of 400 elements are too much at once');
  });
});
