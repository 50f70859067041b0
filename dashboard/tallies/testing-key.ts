import type { TallyKey } from '../api/tally-documents.js';
import type { TalliedCell } from './tallied.js';

export function testingKey(dimension: TallyKey['dimension'], value: string | null): TallyKey {
  return { dimension, value, label: value ?? 'not recorded', term: null, country: null };
}

export function testingCell(month: string, crimeType: string, count: number): TalliedCell {
  return { row: testingKey('MONTH', month), column: testingKey('CRIME_TYPE', crimeType), count };
}
