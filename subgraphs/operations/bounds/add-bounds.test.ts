import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addBounds, type Pair } from './add-bounds.js';

const exact = (value: string): { lower: string; upper: string } => ({ lower: value, upper: value });
const UNKNOWN = { lower: null, upper: null };

describe('the bounds of a number over several operations', () => {
  it.each<[string, Parameters<typeof addBounds>[0], readonly Pair[], string | null, string | null]>([
    ['add where no event can stand in two', [exact('1003'), exact('975')], [], '1978', '1978'],
    ['take the largest lower bound of two that may overlap', [exact('1003'), exact('975')], [[0, 1]], '1003', '1978'],
    ['take one of all that hang together, and add the rest', [exact('5'), exact('7'), exact('6'), exact('10')], [[0, 1], [2, 1]], '17', '28'],
    ['keep the lower bound beside one that is not known', [exact('5'), UNKNOWN], [], '5', null],
    ['keep a lower bound beside one without an upper', [exact('5'), { lower: '5500', upper: null }], [], '5505', null],
    ['are not known where nothing is', [UNKNOWN, UNKNOWN], [[0, 1]], null, null],
    ['are not known of no operation', [], [], null, null],
    ['are exact for sums beyond a float', [exact('90071992547409.93'), exact('0.08')], [], '90071992547410.01', '90071992547410.01'],
  ])('%s', (_, bounds, pairs, lower, upper) => {
    expect(addBounds(bounds, pairs)).toEqual({ lower, upper });
  });

  it('hold the true number of events, whichever of them stand in two operations that may overlap', () => {
    const world = fc.integer({ min: 1, max: 5 }).chain((count) =>
      fc.record({
        operations: fc.array(fc.record({ events: fc.nat(6), below: fc.option(fc.nat(3)), above: fc.option(fc.nat(3)) }), { minLength: count, maxLength: count }),
        pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 6 }),
        shared: fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(world, ({ operations, pairs, shared }) => {
        // Events of a pair become one: as many as both have, and no event of an operation twice.
        const joined = pairs.map((_, index) => shared[index] ?? 0);
        const name = new Map<string, string>();
        const rootOf = (event: string): string => (name.get(event) === undefined ? event : rootOf(name.get(event) ?? ''));
        pairs.forEach(([one, other], index) => {
          const most = Math.min(joined[index] ?? 0, operations[one]?.events ?? 0, operations[other]?.events ?? 0);
          for (let event = 0; event < most; event += 1) {
            const [a, b] = [rootOf(`${one} ${event}`), rootOf(`${other} ${event}`)];
            if (a !== b) name.set(b, a);
          }
        });
        const events = new Set(operations.flatMap(({ events: count }, one) => Array.from({ length: count }, (_, event) => rootOf(`${one} ${event}`))));
        const bounds = operations.map(({ events: count, below, above }) => ({
          lower: below === null ? null : String(Math.max(0, count - below)),
          upper: above === null ? null : String(count + above),
        }));
        const { lower, upper } = addBounds(bounds, pairs.filter(([one, other]) => one !== other));
        if (lower !== null) expect(Number(lower)).toBeLessThanOrEqual(events.size);
        if (upper !== null) expect(Number(upper)).toBeGreaterThanOrEqual(events.size);
      }),
      { numRuns: 500 },
    );
  });
});
