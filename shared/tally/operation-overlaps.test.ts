import { describe, expect, it } from '@jest/globals';
import { operationOverlaps } from './operation-overlaps.js';

const operation = (code: string, from: string | null, to: string | null, ...crimeTypes: string[]): Parameters<typeof operationOverlaps>[0][number] => ({
  id: `id of ${code}`, code, crimeTypes, period: from === null || to === null ? null : { from, to },
});

const spring = operation('interpol/spring', '2024-03-01', '2024-05-31', 'VOICE_PHISHING', 'ROMANCE_SCAM');

describe('operations of which one event may stand in both', () => {
  it('ran on the same days against the same crime type', () => {
    const may = operation('europol/may', '2024-05-31', '2024-06-30', 'ROMANCE_SCAM', 'SEXTORTION');
    expect(operationOverlaps([spring, may])).toEqual([
      { first: 'id of europol/may', second: 'id of interpol/spring', from: '2024-05-31', to: '2024-05-31', crimeTypes: ['ROMANCE_SCAM'] },
    ]);
  });

  it.each([
    ['began when the other was over', operation('interpol/june', '2024-06-01', '2024-06-30', 'ROMANCE_SCAM')],
    ['went against something else', operation('interpol/ransom', '2024-04-01', '2024-04-30', 'RANSOMWARE')],
    ['went against nothing that is known', operation('interpol/vague', '2024-04-01', '2024-04-30')],
    ['ran when nobody said', operation('interpol/undated', null, null, 'ROMANCE_SCAM')],
  ])('are no pair where one %s', (_, other) => {
    expect(operationOverlaps([spring, other])).toEqual([]);
  });

  it('are named once for each pair, in the order of their codes, in whatever order they come', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((code) => operation(code, '2024-01-01', '2024-12-31', 'ROMANCE_SCAM'));
    if (a === undefined || b === undefined || c === undefined) throw new Error('There are three operations.');
    const pairs = operationOverlaps([c, a, b]).map(({ first, second }) => [first, second]);
    expect(pairs).toEqual([['id of a', 'id of b'], ['id of a', 'id of c'], ['id of b', 'id of c']]);
    expect(operationOverlaps([b, c, a])).toEqual(operationOverlaps([c, a, b]));
  });
});
