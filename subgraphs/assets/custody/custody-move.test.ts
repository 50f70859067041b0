import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toAmount, toMinorUnits, type Money } from '../../../shared/money/money.js';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { custodyAfter, custodyStateOf, standing } from './custody-chain.js';
import { checkCustody, moveAsset, retractMove, type AskedMove, type AssetCustody } from './custody-move.js';
import { firstCustodyStates, nextCustodyStates } from './custody-table.js';
import { addQuantities, compareQuantities } from './exact-quantity.js';

const usd = (minorUnits: string): Money => ({ currency: 'USD', network: null, decimals: 2, minorUnits });

function found(kind: string, firstCustodyState: string, quantity: string, value: Money | null, day = '2026-03-01'): AssetCustody {
  const { holdings } = custodyAfter({ firstCustodyState, quantity, value }, []);
  return { kind, firstCustodyState, quantity, value, day, custodyState: custodyStateOf(holdings), holdings, moves: [] };
}

const phones = found('PHONE', 'SEIZED', '10', usd('100000'));
const drugs = found('DRUGS', 'SEIZED', '2.5', null);
const account = found('BANK_ACCOUNT', 'FROZEN', '1', usd('100000'));

type Asked = Pick<AskedMove, 'from' | 'to'> & Partial<AskedMove>;

function attempt(asset: AssetCustody, asked: Asked): { readonly asset: AssetCustody; readonly faults: readonly string[] } {
  const issues = new InputIssues();
  const move = { id: `m${asset.moves.length}`, agency: 'jp-ncb', day: '2026-03-10', quantity: null, amount: null, at: new Date('2026-04-01T00:00:00Z'), ...asked };
  const moved = moveAsset(asset, move, issues);
  return { asset: { ...asset, ...moved }, faults: issues.list.map(({ path, message }) => `${path}: ${message}`) };
}

function moved(asset: AssetCustody, ...many: readonly Asked[]): AssetCustody {
  return many.reduce((before, asked) => {
    const { asset: after, faults } = attempt(before, asked);
    expect(faults).toEqual([]);
    return after;
  }, asset);
}

function retracted(asset: AssetCustody, moveId: string): { readonly asset: AssetCustody; readonly faults: readonly string[] } {
  const issues = new InputIssues();
  const after = retractMove(asset, moveId, new Date('2026-04-02T00:00:00Z'), issues);
  return { asset: { ...asset, ...after }, faults: issues.list.map(({ message }) => message) };
}

const holdings = (asset: AssetCustody): string[] =>
  asset.holdings.map(({ custodyState, quantity, value }) => `${custodyState} ${quantity}${value === null ? '' : ` ${value.minorUnits}`}`);

describe('a move', () => {
  it('takes the whole where no part is stated', () => {
    const after = moved(phones, { from: 'SEIZED', to: 'FORFEITED' });
    expect(holdings(after)).toEqual(['FORFEITED 10 100000']);
    expect(after.custodyState).toBe('FORFEITED');
  });

  it('takes a part and leaves the rest behind, which says where the asset stands', () => {
    const after = moved(phones, { from: 'SEIZED', to: 'FORFEITED', quantity: '3', amount: '250' });
    expect(holdings(after)).toEqual(['SEIZED 7 75000', 'FORFEITED 3 25000']);
    expect(after.custodyState).toBe('SEIZED');
  });

  it('joins a part to what stands there already', () => {
    const after = moved(
      drugs,
      { from: 'SEIZED', to: 'DESTROYED', quantity: '0.1' },
      { from: 'SEIZED', to: 'DESTROYED', quantity: '0.2' },
      { from: 'SEIZED', to: 'DESTROYED' },
    );
    expect(holdings(after)).toEqual(['DESTROYED 2.5']);
  });

  it('of a part of the value of a single unit leaves the unit where it stood, until the last of it goes', () => {
    const after = moved(account, { from: 'FROZEN', to: 'RECOVERED', amount: '400' });
    expect(holdings(after)).toEqual(['FROZEN 1 60000', 'RECOVERED 0 40000']);
    expect(holdings(moved(after, { from: 'FROZEN', to: 'RECOVERED', amount: '600' }))).toEqual(['RECOVERED 1 100000']);
  });

  it.each<[string, AssetCustody, Asked, string]>([
    ['to a state to which its own does not lead', phones, { from: 'SEIZED', to: 'SOLD' }, 'to: An asset of kind PHONE does not go from SEIZED to SOLD. It may go to FORFEITED or RECOVERED or RELEASED.'],
    ['that its kind does not allow', phones, { from: 'SEIZED', to: 'DESTROYED' }, 'to: An asset of kind PHONE does not go from SEIZED to DESTROYED. It may go to FORFEITED or RECOVERED or RELEASED.'],
    ['from where nothing of it stands', phones, { from: 'FROZEN', to: 'SEIZED' }, 'from: Nothing of this asset stands in FROZEN: its parts stand in SEIZED.'],
    ['before the asset was found', phones, { from: 'SEIZED', to: 'FORFEITED', day: '2026-02-28' }, 'day: The asset was found on 2026-03-01; it moves on that day or later.'],
    ['of more units than there are', drugs, { from: 'SEIZED', to: 'DESTROYED', quantity: '2.51' }, 'quantity: Only 2.5 stands there.'],
    ['of no units', drugs, { from: 'SEIZED', to: 'DESTROYED', quantity: '0.0' }, 'quantity: A quantity is more than zero.'],
    ['of more value than there is', account, { from: 'FROZEN', to: 'SEIZED', amount: '1000.01' }, 'amount: Only 1000 stands there.'],
    ['of less than nothing', account, { from: 'FROZEN', to: 'SEIZED', amount: '-1' }, 'amount: An amount is not below zero.'],
    ['of nothing', account, { from: 'FROZEN', to: 'SEIZED', amount: '0' }, 'amount: This moves nothing: state more than zero.'],
    ['of an amount finer than the currency', account, { from: 'FROZEN', to: 'SEIZED', amount: '1.005' }, 'amount: USD has 2 decimals; 1.005 has more.'],
    ['of value that nobody stated', drugs, { from: 'SEIZED', to: 'DESTROYED', amount: '5' }, 'amount: This asset has no stated value: state a quantity.'],
    ['of some units whose value nobody divided', phones, { from: 'SEIZED', to: 'FORFEITED', quantity: '3' }, 'amount: State how much of the value goes along with this part.'],
    ['of some value of units that nobody counted', phones, { from: 'SEIZED', to: 'FORFEITED', amount: '3' }, 'quantity: State how many of them go along: this asset has several units.'],
    ['of all units that leaves their value behind', phones, { from: 'SEIZED', to: 'FORFEITED', quantity: '10', amount: '3' }, 'amount: The last units go with all the value that is left: leave out the amount, or state all of it.'],
  ])('%s is refused in words', (_, asset, asked, fault) => {
    const { asset: after, faults } = attempt(asset, asked);
    expect(faults).toEqual([fault]);
    expect(after).toEqual(asset);
  });

  it('from a final state is refused with what to do instead', () => {
    const after = moved(account, { from: 'FROZEN', to: 'RELEASED' });
    expect(attempt(after, { from: 'RELEASED', to: 'FROZEN' }).faults).toEqual([
      'to: An asset of kind BANK_ACCOUNT does not go from RELEASED to FROZEN. RELEASED is final: a wrong move is retracted, never moved back.',
    ]);
  });

  it('is not earlier than the move that brought its part there', () => {
    const after = moved(account, { from: 'FROZEN', to: 'RECOVERED', day: '2026-03-10' });
    expect(attempt(after, { from: 'RECOVERED', to: 'RETURNED', day: '2026-03-09' }).faults).toEqual([
      'day: On 2026-03-09 not so much stood in RECOVERED: it came there later. Correct the day, or move less.',
    ]);
    expect(attempt(after, { from: 'RECOVERED', to: 'RETURNED', day: '2026-03-10' }).faults).toEqual([]);
  });

  it('may be entered late, as long as what went on later was there all the same', () => {
    const divided = moved(phones, { from: 'SEIZED', to: 'FORFEITED', quantity: '6', amount: '600', day: '2026-03-20' });
    expect(attempt(divided, { from: 'SEIZED', to: 'RELEASED', quantity: '4', amount: '400', day: '2026-03-05' }).faults).toEqual([]);
    const joined = moved(
      found('VIRTUAL_ASSET', 'INTERCEPTED', '1', usd('1000')),
      { from: 'INTERCEPTED', to: 'FROZEN', amount: '5', day: '2026-03-02' },
      { from: 'FROZEN', to: 'SEIZED', amount: '5', day: '2026-03-05' },
      { from: 'INTERCEPTED', to: 'FROZEN', day: '2026-03-09' },
    );
    expect(attempt(joined, { from: 'FROZEN', to: 'RELEASED', day: '2026-03-03', amount: '2' }).faults).toEqual([
      'day: On 2026-03-03 not so much stood in FROZEN: it went on from there (FROZEN to SEIZED on 2026-03-05, move m1). Correct the day, or move less.',
    ]);
  });
});

describe('a retraction of a move', () => {
  it('leaves the asset as if it had not been moved, and the move in its chain', () => {
    const once = moved(phones, { from: 'SEIZED', to: 'FORFEITED', quantity: '3', amount: '250' });
    const { asset, faults } = retracted(once, 'm0');
    expect(faults).toEqual([]);
    expect(asset).toMatchObject({ holdings: phones.holdings, custodyState: 'SEIZED', moves: [{ id: 'm0', retractedAt: '2026-04-02T00:00:00.000Z' }] });
  });

  it('on which later moves stand is refused, and they are named', () => {
    const twice = moved(account, { from: 'FROZEN', to: 'RECOVERED', amount: '400' }, { from: 'RECOVERED', to: 'RETURNED', amount: '100' });
    expect(retracted(twice, 'm0').faults).toEqual(['Other moves stand on this one: RECOVERED to RETURNED on 2026-03-10, move m1. Retract them first.']);
    expect(holdings(retracted(retracted(twice, 'm1').asset, 'm0').asset)).toEqual(['FROZEN 1 100000']);
  });

  it('needs no other where the parts of later moves came from elsewhere', () => {
    const several = moved(
      phones,
      { from: 'SEIZED', to: 'RECOVERED', quantity: '4', amount: '400' },
      { from: 'SEIZED', to: 'RECOVERED', quantity: '3', amount: '300' },
      { from: 'RECOVERED', to: 'RETURNED', quantity: '3', amount: '300' },
    );
    expect(holdings(retracted(several, 'm0').asset)).toEqual(['SEIZED 7 70000', 'RETURNED 3 30000']);
  });

  it.each(['m0', 'nothing'])('of what does not stand (%s) is refused', (moveId) => {
    const back = retracted(moved(account, { from: 'FROZEN', to: 'SEIZED' }), 'm0').asset;
    expect(retracted(back, moveId).faults).toEqual(['This asset has no such move that stands.']);
  });
});

describe('a correction of an asset that has moved', () => {
  const faultsOf = (asset: AssetCustody): readonly string[] => {
    const issues = new InputIssues();
    checkCustody(asset, issues);
    return issues.list.map(({ path }) => path);
  };

  it('leaves a kind to which every move is open, and a day on which it was there to move', () => {
    const burnt = moved(drugs, { from: 'SEIZED', to: 'DESTROYED', quantity: '1', day: '2026-03-05' });
    expect(faultsOf({ ...burnt, kind: 'COUNTERFEIT_NOTES', day: '2026-03-05' })).toEqual([]);
    expect(faultsOf({ ...burnt, kind: 'PHONE' })).toEqual(['kind']);
    expect(faultsOf({ ...burnt, day: '2026-03-06' })).toEqual(['day']);
    expect(faultsOf({ ...retracted(burnt, 'm0').asset, kind: 'PHONE', day: '2026-03-06' })).toEqual([]);
  });
});

describe('any sequence of moves and retractions', () => {
  const KINDS = ['FIAT_MONEY', 'VIRTUAL_ASSET', 'DRUGS', 'PHONE', 'BANK_ACCOUNT'];
  const DAYS = ['2026-03-01', '2026-03-02', '2026-03-05', '2026-03-09'];
  const start = fc
    .record({
      kind: fc.constantFrom(...KINDS),
      first: fc.nat(),
      quantity: fc.constantFrom('1', '2', '10', '0.5', '2.50', '7.125'),
      value: fc.option(fc.bigInt({ min: 0n, max: 10n ** 24n })),
    })
    .map(({ kind, first, quantity, value }) => {
      const states = firstCustodyStates(kind);
      return found(kind, states[first % states.length] ?? '', quantity, value === null ? null : usd(value.toString()));
    });
  const action = fc.record({
    retracts: fc.nat(4).map((one) => one === 0),
    which: fc.nat(),
    next: fc.nat(),
    day: fc.constantFrom(...DAYS),
    part: fc.constantFrom('WHOLE', 'UNITS', 'VALUE', 'BOTH', 'BOTH'),
    // More than eight is more than there is.
    eighths: fc.bigInt({ min: 0n, max: 9n }),
  });
  type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

  function act(asset: AssetCustody, { retracts, which, next, day, part, eighths }: Action): AssetCustody {
    if (retracts) return retracted(asset, standing(asset.moves)[which % Math.max(1, standing(asset.moves).length)]?.id ?? 'nothing').asset;
    const lot = asset.holdings[which % asset.holdings.length];
    if (lot === undefined) throw new Error('An asset stands somewhere.');
    const { custodyState: from, value } = lot;
    const quantity = part === 'UNITS' || part === 'BOTH' ? toAmount(((toMinorUnits(lot.quantity, 40) ?? 0n) * eighths) / 8n, 40) : null;
    const amount = (part === 'VALUE' || part === 'BOTH') && value !== null ? toAmount((BigInt(value.minorUnits) * eighths) / 8n, 2) : null;
    const open = nextCustodyStates(from, asset.kind);
    return attempt(asset, { from, to: open[next % Math.max(1, open.length)] ?? 'RELEASED', day, quantity, amount }).asset;
  }

  it('keeps units and value adding up to the asset, each part of it where a lawful move brought it', () => {
    let moves = 0;
    fc.assert(
      fc.property(start, fc.array(action, { minLength: 1, maxLength: 15 }), (asset, actions) => {
        const after = actions.reduce(act, asset);
        moves += standing(after.moves).length;
        const units = after.holdings.reduce((sum, { quantity }) => addQuantities(sum, quantity), '0');
        expect(compareQuantities(units, asset.quantity)).toBe(0);
        const value = after.holdings.reduce<bigint | null>((sum, one) => (one.value === null ? null : (sum ?? 0n) + BigInt(one.value.minorUnits)), asset.value === null ? null : 0n);
        expect(value).toBe(asset.value === null ? null : BigInt(asset.value.minorUnits));
        expect(new Set(after.holdings.map(({ custodyState }) => custodyState)).size).toBe(after.holdings.length);
        for (const { quantity, value: part } of after.holdings) {
          expect(compareQuantities(quantity, '0')).toBeGreaterThanOrEqual(0);
          expect(BigInt(part?.minorUnits ?? '0')).toBeGreaterThanOrEqual(0n);
        }
        for (const { from, to } of after.moves) expect(nextCustodyStates(from, asset.kind)).toContain(to);
        expect(custodyAfter(asset, after.moves)).toEqual({ holdings: after.holdings, uncovered: [] });
      }),
      { numRuns: 400 },
    );
    expect(moves).toBeGreaterThan(400);
  });

  it('comes back to the beginning once every move is retracted, the last one first', () => {
    fc.assert(
      fc.property(start, fc.array(action, { minLength: 1, maxLength: 12 }), (asset, actions) => {
        let after = actions.reduce(act, asset);
        while (standing(after.moves).length > 0) {
          const before = standing(after.moves).length;
          // Of the moves that stand some can always be retracted: at least that of the latest day.
          const next = standing(after.moves).map(({ id }) => retracted(after, id)).find(({ faults }) => faults.length === 0);
          if (next === undefined) throw new Error('No move can be retracted.');
          after = next.asset;
          expect(standing(after.moves).length).toBe(before - 1);
        }
        expect(after).toMatchObject({ holdings: asset.holdings, custodyState: asset.firstCustodyState });
      }),
      { numRuns: 200 },
    );
  });
});
