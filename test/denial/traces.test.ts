import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadLedger } from '../../seed/load-ledger.js';
import { post } from '../../shared/testing/ask.js';
import { change, type Changed } from '../../shared/testing/change.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { bank, helsinki, openDenialWorld, secretariat, seoul, singapore, windhoek, type DenialWorld } from './denial-world.js';

const SEED = fileURLToPath(new URL('../../seed/data/ledger/colonial-pipeline-2021.jsonl', import.meta.url));
const AFFILIATE = 'bc1qq2euq8pw950klpjcawuy4uj39ym43hs6cfsegq';
const SEIZURE = '943f2d576ed8d9f388ba75eb82fe35cce29479b84121827ac368a5a94f44cf7a';

const TAINT = '{ poison haircut haircutRounded fifo }';
const EVERYTHING = `{
  trace(input: { network: "BITCOIN", direction: BACKWARD, sources: [{ transaction: "${SEIZURE}" }] }) {
    evidence { dataVersion height rules { poison } parameters { sources } } injected ${TAINT} edges notFound stopped { reason places taint ${TAINT} }
    services { edges { cursor node { address { id } places tags { id label } } } } outputs { edges { cursor node { transaction output end taint ${TAINT} } } } steps { edges { cursor node { transaction } } }
  }
  paths(input: { network: "BITCOIN", from: [{ address: "${AFFILIATE}" }], to: ["bc1qpx7vyv5tp7dm0g475ev527krg764t73dh77gls"] }) {
    evidence { dataVersion } stopped { reason places } paths { edges { cursor node { source outputs } } }
  }
  whyTogether(one: "${AFFILIATE}", other: "15JFh88FcE4WL6qeMLgX5VEAFCbRXjc9fr") { outcome evidence { ledgerVersion } links { transaction } }
  bitcoinTransaction(txid: "${SEIZURE}") { txid inputs { edges { node { address { id cluster { id size members(first: 5) { id } } } } } } outputs { edges { node { address { id } } } } evidence { ledgerVersion } }
}`;

let world: DenialWorld;
beforeAll(async () => {
  world = await openDenialWorld();
  await loadLedger(world.exchange.exchange.virtualAssets.stores.ledger, SEED);
});
afterAll(() => world.close());

const answerTo = async (viewer: Viewer): Promise<string> => (await post(world.exchange, viewer, JSON.stringify({ query: EVERYTHING }))).text;

const tag = (reference: string, handling: object): Promise<Changed> =>
  change(world.exchange, windhoek, 'recordTag', { reference, network: 'BITCOIN', address: AFFILIATE, label: 'Wallet under watch', source: 'Case 7', category: 'mixing_service', handling });

describe('a tag that its reader may not see', () => {
  it.each([
    ['RED', { tlp: 'RED' }, [seoul, singapore, helsinki, secretariat, bank]],
    ['named for one', { tlp: 'RED', recipients: [{ organisation: 'sg-ncb' }] }, [seoul, helsinki, secretariat, bank]],
    ['GREEN, for a bank', { tlp: 'GREEN' }, [bank]],
  ] as const)('changes no byte of a trace: %s', async (name, handling, others) => {
    const before = await Promise.all(others.map(answerTo));
    await tag(`T-${name}`, handling);
    // What was read before the tag was there must not stand in for it.
    for (const viewer of others) world.exchange.exchange.virtualAssets.stores.tags.forgetServices(viewer);
    expect(await Promise.all(others.map(answerTo))).toEqual(before);
    expect(before.join()).not.toMatch(/SERVICE|errors/);
    expect(await answerTo(windhoek)).toMatch(/"reason":"SERVICE"/);
  });

  it('stops the trace again as soon as it is shown, and no longer once it is not', async () => {
    const before = await answerTo(bank);
    const { id, version } = await tag('T-later', { tlp: 'CLEAR' });
    const shown = await answerTo(bank);
    expect(shown).toMatch(/"reason":"SERVICE".*Wallet under watch/);
    await change(world.exchange, windhoek, 'relabelTag', { id, version, handling: { tlp: 'RED' } });
    expect(await answerTo(bank)).toBe(before);
  });

  it('is written down as shown where a trace stops at it, whether its fields are asked for or not', async () => {
    const { id } = await tag('T-disclosed', { tlp: 'RED', recipients: [{ organisation: 'sg-ncb' }] });
    await post(world.exchange, singapore, JSON.stringify({ query: `{ trace(input: { network: "BITCOIN", direction: BACKWARD, sources: [{ transaction: "${SEIZURE}" }] }) { edges } }` }));
    const log = await post(world.exchange, windhoek, JSON.stringify({ query: '{ virtualAssetDisclosures (first: 1) { edges { node { reader { code } recordIds } } } }' }));
    expect(log.text).toContain('sg-ncb');
    expect(log.text).toContain(id);
  });
});
