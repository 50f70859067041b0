import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { benchArrest, benchBatches } from './bench-arrests.js';

describe('the arrests of the benches', () => {
  const batches = [...benchBatches(10_000)];
  const rows = batches.flatMap((batch) => batch.rows);

  it('are as many as asked for, each once, in batches of one organisation', () => {
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(10_000);
    expect(rows).toHaveLength(10_000);
    expect(batches.filter(({ rows: { length } }) => length > 500)).toEqual([]);
  });

  it('have at least 4,000 labels and 1,000 event days from ten thousand on', () => {
    const labels = new Set(batches.flatMap(({ organisation, rows: of }) => of.map(({ handling }) => JSON.stringify([organisation, handling]))));
    expect(labels.size).toBeGreaterThanOrEqual(4_000);
    expect(new Set(rows.map(({ day }) => day)).size).toBe(1_000);
  });

  it('go on where others ended, and are the same in every run', () => {
    const parts = [...benchBatches(3_000), ...benchBatches(2_000, { from: 3_000 })].flatMap((batch) => batch.rows.map(({ reference }) => reference));
    expect(parts.sort()).toEqual([...benchBatches(5_000)].flatMap((batch) => batch.rows.map(({ reference }) => reference)).sort());
    expect(rows.find(({ reference }) => reference === 'BENCH-77')).toEqual(benchArrest(77, false));
  });
});
