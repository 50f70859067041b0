import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankOperations, type Contender, type Ranked } from './rank-operations.js';

function contender(code: string, lower: string | null, upper: string | null, different: Partial<Contender> = {}): Contender {
  return { id: code, code, reported: lower !== null || upper !== null, bounds: { lower, upper }, certain: true, ...different };
}

const placesOf = (ranked: readonly Ranked[]): [string, number | null][] => ranked.map(({ contender: { code }, place }) => [code, place]);

describe('the largest operations', () => {
  it('have places where their numbers are exact, and equal ones share theirs', () => {
    const ranked = rankOperations([contender('c', '20', '20'), contender('a', '30', '30'), contender('d', '10', '10'), contender('b', '20', '20')]);
    expect(placesOf(ranked)).toEqual([['a', 1], ['b', 2], ['c', 2], ['d', 4]]);
    expect(ranked.map(({ tiedWith }) => tiedWith)).toEqual([[], ['c'], ['b'], []]);
  });

  it('have places where bounds are wide but apart', () => {
    expect(placesOf(rankOperations([contender('more', '500', null), contender('less', null, '500')]))).toEqual([['more', 1], ['less', null]]);
    expect(placesOf(rankOperations([contender('more', '501', null), contender('less', null, '500')]))).toEqual([['more', 1], ['less', 2]]);
  });

  it('have none while one number is not known, which is not 0', () => {
    const [first, ...others] = rankOperations([contender('a', '30', '30'), contender('b', '20', '20'), contender('unknown', null, null)]);
    expect(first).toMatchObject({ place: null, bestPlace: 1, worstPlace: 2, reason: 'BOUNDS_OVERLAP', obstacles: [{ id: 'unknown', reason: 'NOT_REPORTED' }] });
    expect(others.at(-1)).toMatchObject({ contender: { code: 'unknown' }, place: null, bestPlace: 1, worstPlace: 3, reason: 'NOT_REPORTED' });
  });

  it.each<[string, Contender, string]>([
    ['was reported as about so many', contender('b', null, null, { reported: true }), 'NO_BOUNDS'],
    ['may be as large', contender('b', '25', null), 'BOUNDS_OVERLAP'],
    ['may have been over before', contender('b', '40', '40', { certain: false }), 'PERIOD_NOT_STATED'],
  ])('have none while another %s', (_, other, reason) => {
    const [one] = rankOperations([contender('a', '30', '30'), other]).filter(({ contender: { code } }) => code === 'a');
    expect(one).toMatchObject({ place: null, obstacles: [{ id: 'b', reason }] });
  });

  it('are not disturbed by a small one that may have been over before, and it has no place itself', () => {
    const ranked = rankOperations([contender('a', '30', '30'), contender('b', '10', '10', { certain: false })]);
    expect(ranked).toMatchObject([{ place: 1, reason: null }, { place: null, bestPlace: 2, worstPlace: 2, reason: 'PERIOD_NOT_STATED' }]);
  });

  const bounds = fc.tuple(fc.option(fc.nat(5)), fc.option(fc.nat(5))).map(([a, b]): [number | null, number | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]));
  /** One number more than any bound, so that every open side is tried. */
  const NUMBERS = [0, 1, 2, 3, 4, 5, 6];

  function* worlds(all: readonly [number | null, number | null][]): Generator<number[]> {
    const [first, ...rest] = all;
    if (first === undefined) {
      yield [];
      return;
    }
    for (const number of NUMBERS.filter((candidate) => candidate >= (first[0] ?? 0) && candidate <= (first[1] ?? Infinity))) {
      for (const others of worlds(rest)) yield [number, ...others];
    }
  }

  it('have exactly the places that they can have, whatever the true numbers are', () => {
    fc.assert(
      fc.property(fc.array(bounds, { minLength: 1, maxLength: 4 }), (all) => {
        const text = (value: number | null): string | null => (value === null ? null : String(value));
        const contenders = all.map(([lower, upper], index) => contender(String(index), text(lower), text(upper), { reported: true }));
        const possible = all.map(() => new Set<number>());
        for (const world of worlds(all)) world.forEach((number, index) => possible[index]?.add(1 + world.filter((other) => other > number).length));
        for (const { contender: { code }, place, bestPlace, worstPlace } of rankOperations(contenders)) {
          const places = [...(possible[Number(code)] ?? [])];
          expect(bestPlace).toBeLessThanOrEqual(Math.min(...places));
          expect(worstPlace).toBeGreaterThanOrEqual(Math.max(...places));
          if (place !== null) expect(places).toEqual([place]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
