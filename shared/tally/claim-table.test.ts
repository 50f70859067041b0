import { describe, expect, it } from '@jest/globals';
import { ClaimTable, type ClaimedRecord } from './claim-table.js';

/** Says of pairs which of the two counts, for both owners; each record counts in the cell of its letter. */
function tableOf(...claims: readonly (readonly [one: string, other: string, counts: string])[]): ClaimTable {
  const table = new ClaimTable();
  const ids = [...new Set(claims.flatMap(([one, other]) => [one, other]))];
  for (const id of ids) {
    const statements = claims.flatMap(([one, other, counts]) => (one === id || other === id ? [{ other: one === id ? other : one, counts, from: 10, until: null }] : []));
    table.set(id, record(id, statements));
  }
  return table;
}

function record(id: string, statements: ClaimedRecord['statements']): ClaimedRecord {
  const facets = { operation: null, country: 'JP', day: '2026-01-01', codes: {}, furtherCrimeTypes: [], lots: [] };
  return { label: 'a label', statements, versions: [{ from: 0, until: null, facets, lots: [{ cell: cellOf(id), records: 1, parts: 1, amount: 0n }] }] };
}

const cellOf = (id: string): number => id.charCodeAt(0);
const everything: (cell: number) => boolean = () => true;
const without = (...ids: string[]) => (cell: number): boolean => !ids.map(cellOf).includes(cell);
const aside = (table: ClaimTable, counts = everything, instant: number | null = null): string[] =>
  table.setAside(counts, instant).map(({ id, by }) => `${id} by ${by}`).sort();

describe('double claims', () => {
  it('set aside the record that the owners did not name', () => {
    expect(aside(tableOf(['A', 'B', 'B']))).toEqual(['A by B']);
  });

  it('hang together: what is one event with one of them is one event with all', () => {
    expect(aside(tableOf(['A', 'B', 'B'], ['B', 'C', 'C'], ['X', 'Y', 'X']))).toEqual(['A by C', 'B by C', 'Y by X']);
  });

  it('hang together in whatever order they were said', () => {
    expect(aside(tableOf(['A', 'B', 'A'], ['C', 'D', 'C'], ['B', 'D', 'B']))).toEqual(['B by A', 'C by A', 'D by A']);
  });

  it('set aside all but the first where several count, or none', () => {
    expect(aside(tableOf(['A', 'B', 'A'], ['B', 'C', 'C']))).toEqual(['B by A', 'C by A']);
    expect(aside(tableOf(['A', 'B', 'B'], ['B', 'C', 'C'], ['C', 'A', 'A']))).toEqual(['B by A', 'C by A']);
  });

  it('do not reach through a record that is not counted', () => {
    const chain = tableOf(['A', 'B', 'B'], ['B', 'C', 'C']);
    expect(aside(chain, without('B'))).toEqual([]);
    expect(aside(chain, without('C'))).toEqual(['A by B']);
  });

  it('hold only where both owners name the same', () => {
    const table = new ClaimTable();
    table.set('A', record('A', [{ other: 'B', counts: 'A', from: 10, until: null }]));
    expect(aside(table)).toEqual([]);
    table.set('B', record('B', [{ other: 'A', counts: 'B', from: 10, until: null }]));
    expect(aside(table)).toEqual([]);
    table.set('B', record('B', [{ other: 'A', counts: null, from: 10, until: null }]));
    expect(aside(table)).toEqual([]);
    table.set('B', record('B', [{ other: 'A', counts: 'A', from: 10, until: null }]));
    expect(aside(table)).toEqual(['B by A']);
  });

  it('hold from the instant at which the second owner agreed, until one takes it back', () => {
    const table = new ClaimTable();
    table.set('A', record('A', [{ other: 'B', counts: 'A', from: 10, until: null }]));
    table.set('B', record('B', [{ other: 'A', counts: 'A', from: 20, until: 30 }]));
    expect([19, 20, 29, 30].map((instant) => aside(table, everything, instant).length)).toEqual([0, 1, 1, 0]);
    expect(aside(table)).toEqual([]);
  });

  it('are known by the record of which they speak, until it is forgotten', () => {
    const table = new ClaimTable();
    table.set('A', record('A', [{ other: 'B', counts: 'A', from: 10, until: null }]));
    expect(table.speakingOf('B')).toEqual([{ id: 'A', label: 'a label', counts: 'A' }]);
    table.set('A', null);
    expect(table.speakingOf('B')).toEqual([]);
    expect(table.size).toBe(0);
  });
});
