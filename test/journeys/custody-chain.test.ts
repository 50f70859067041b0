import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { driverCollection } from '../../shared/journal/projection.js';
import { attempt, change, remove, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, openJourney, signedIn, tokyosOperation } from './journey.js';

let exchange: TestExchange;
beforeAll(async () => {
  exchange = await openJourney();
  await change(exchange, signedIn('coordinator'), 'registerOperation', tokyosOperation('ledger'));
});
afterAll(() => exchange.close());

const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');
const LEDGER = 'interpol/ledger';

const ASSET = `query ($id: ID!) { asset(id: $id) { custodyState { code } quantity value { amount }
  holdings { custodyState { code } quantity value { amount } } custodyChain { agency { code } day to { code } quantity value { amount } legalBasis retractedAt } } }`;
const answer = z.object({
  asset: z.object({
    custodyState: z.object({ code: z.string() }),
    quantity: z.string(),
    value: z.object({ amount: z.string() }),
    holdings: z.array(z.object({ custodyState: z.object({ code: z.string() }), quantity: z.string(), value: z.object({ amount: z.string() }) })),
    custodyChain: z.array(z.unknown()),
  }),
});

describe('money that was stopped on its way', () => {
  let asset: Changed;
  const move = async (more: object): Promise<void> => {
    asset = await change(exchange, tokyo, 'moveAsset', { id: asset.id, version: asset.version, ...more });
  };
  const read = async (viewer = tokyo): Promise<z.infer<typeof answer>['asset']> => answer.parse(await answered(exchange, viewer, ASSET, { id: asset.id })).asset;
  const inWords = async (): Promise<string[]> => (await read()).holdings.map(({ custodyState, quantity, value }) => `${custodyState.code} ${quantity} × ${value.amount}`);

  it('is recorded where it was found', async () => {
    asset = await change(exchange, tokyo, 'recordAsset', {
      reference: 'L-1', operation: LEDGER, country: 'JP', day: '2026-04-02', kind: 'FIAT_MONEY', custodyState: 'INTERCEPTED',
      value: { amount: '5000000', currency: 'JPY' }, identifiers: { holder: 'Invented Holder', handling: { tlp: 'AMBER_STRICT' } }, handling: { tlp: 'GREEN' },
    });
    expect(await inWords()).toEqual(['INTERCEPTED 1 × 5000000']);
  });

  it('goes back to its victims in part, is frozen in part, and adds up to the last yen', async () => {
    await move({ from: 'INTERCEPTED', to: 'RETURNED', day: '2026-04-06', amount: '1234567', legalBasis: 'Act on damage recovery benefits, Article 8', agency: 'jp-tokyo' });
    await move({ from: 'INTERCEPTED', to: 'FROZEN', day: '2026-04-07', amount: '3000000', legalBasis: 'Invented order 1' });
    expect(await inWords()).toEqual(['INTERCEPTED 1 × 765433', 'FROZEN 0 × 3000000', 'RETURNED 0 × 1234567']);
    expect((await read()).custodyState).toEqual({ code: 'INTERCEPTED' });
  });

  it('shows its way to whoever reads the record, and the legal bases with the identifiers alone', async () => {
    expect((await read()).custodyChain).toMatchObject([
      { agency: { code: 'jp-tokyo' }, day: '2026-04-06', to: { code: 'RETURNED' }, legalBasis: 'Act on damage recovery benefits, Article 8' },
      { agency: { code: 'jp-ncb' }, day: '2026-04-07', to: { code: 'FROZEN' }, legalBasis: 'Invented order 1' },
    ]);
    expect((await read(windhoek)).custodyChain).toMatchObject([
      { day: '2026-04-06', quantity: '0', value: { amount: '1234567' }, legalBasis: null },
      { day: '2026-04-07', legalBasis: null },
    ]);
  });

  it('is counted by whoever reads it, in each state with the part that stands there', async () => {
    const query = `query ($state: String) { operation(code: "${LEDGER}") { assetTally(filter: { custodyState: $state }) { count sums { amount } } } }`;
    for (const [state, amount] of [['INTERCEPTED', '765433'], ['FROZEN', '3000000'], ['RETURNED', '1234567'], [null, '5000000']]) {
      expect(await answered(exchange, windhoek, query, { state })).toEqual({ operation: { assetTally: { count: 1, sums: [{ amount }] } } });
    }
  });

  it('never moves back: a wrong move is retracted', async () => {
    const back = { id: asset.id, version: asset.version, from: 'FROZEN', to: 'INTERCEPTED', day: '2026-04-08', legalBasis: 'It was a mistake' };
    expect(await attempt(exchange, tokyo, 'moveAsset', back)).toMatchObject({ __typename: 'InvalidInput', issues: [{ path: 'to' }] });
    const moveId = asset.custodyChain?.[1]?.id;
    expect(await attempt(exchange, windhoek, 'retractAssetMove', { id: asset.id, version: asset.version, moveId })).toMatchObject({ __typename: 'NotFound' });
    asset = await change(exchange, tokyo, 'retractAssetMove', { id: asset.id, version: asset.version, moveId });
    expect(await inWords()).toEqual(['INTERCEPTED 1 × 3765433', 'RETURNED 0 × 1234567']);
    expect((await read()).custodyChain).toMatchObject([{ retractedAt: null }, { retractedAt: expect.any(String) }]);
  });

  it('leaves nothing of a legal basis in the journal once it is erased', async () => {
    expect(await journalText()).toContain('Act on damage recovery benefits');
    await remove(exchange, tokyo, 'eraseAsset', { id: asset.id, version: asset.version });
    expect(await journalText()).not.toContain('Act on damage recovery benefits');
  });

  async function journalText(): Promise<string> {
    const { connection } = exchange.exchange.assets.runtime;
    const collections = await connection.db?.listCollections().toArray();
    const documents = await Promise.all((collections ?? []).map(({ name }) => driverCollection(connection, name).find({}).toArray()));
    return JSON.stringify(documents);
  }
});
