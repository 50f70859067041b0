import { describe, expect, it } from '@jest/globals';
import { flowLayout } from './flow-layout.js';
import type { TalliedCell } from './tallied.js';
import { testingKey } from './testing-key.js';

const cell = (kind: string, state: string, count: number): TalliedCell => ({ row: testingKey('ASSET_KIND', kind), column: testingKey('CUSTODY_STATE', state), count });
const CELLS = [cell('PHONE', 'SEIZED', 30), cell('PHONE', 'RELEASED', 10), cell('BANK_ACCOUNT', 'FROZEN', 20)];

describe('the flow of custody', () => {
  const { nodes, links } = flowLayout(CELLS, ({ count }) => count, 600, 300);

  it('leads from what was found by kind to where it stands, left to right', () => {
    expect(links.map(({ id }) => id).sort()).toEqual([
      'ASSET_KIND BANK_ACCOUNT>CUSTODY_STATE FROZEN', 'ASSET_KIND PHONE>CUSTODY_STATE RELEASED', 'ASSET_KIND PHONE>CUSTODY_STATE SEIZED',
      'found>ASSET_KIND BANK_ACCOUNT', 'found>ASSET_KIND PHONE',
    ]);
    const xOf = (id: string): number => nodes.find((node) => node.id === id)?.x0 ?? Number.NaN;
    expect(xOf('found')).toBeLessThan(xOf('ASSET_KIND PHONE'));
    expect(xOf('ASSET_KIND PHONE')).toBeLessThan(xOf('CUSTODY_STATE SEIZED'));
  });

  it('is as wide as its numbers in proportion', () => {
    const widthOf = (id: string): number => links.find((link) => link.id === id)?.width ?? Number.NaN;
    expect(widthOf('ASSET_KIND PHONE>CUSTODY_STATE SEIZED') / widthOf('ASSET_KIND PHONE>CUSTODY_STATE RELEASED')).toBeCloseTo(3, 5);
    expect(widthOf('found>ASSET_KIND PHONE')).toBeCloseTo(2 * widthOf('found>ASSET_KIND BANK_ACCOUNT'), 5);
  });

  it('leaves out what has no weight, and is empty where nothing has', () => {
    expect(flowLayout(CELLS, ({ row, count }) => (row.value === 'PHONE' ? count : 0), 600, 300).nodes.map(({ id }) => id)).not.toContain('ASSET_KIND BANK_ACCOUNT');
    expect(flowLayout(CELLS, () => 0, 600, 300)).toEqual({ nodes: [], links: [] });
  });
});
