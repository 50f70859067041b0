import { RecordIds } from '../../../shared/identifiers/record-ids.js';
import { TEST_KEYS } from '../../../shared/testing/open-test-exchange.js';
import type { Noun } from '../battery/words.js';

const IDS = new RecordIds(TEST_KEYS.idKey);

const COLLECTIONS: Readonly<Record<Noun, string>> = {
  Agency: 'agency',
  Operation: 'operations',
  Arrest: 'arrests',
  Rescue: 'rescues',
  Asset: 'assets',
  ReportedFigure: 'figures',
  Participation: 'participations',
  CriminalGroup: 'criminal_groups',
  Tag: 'tags',
  ExchangeOperator: 'exchange_operators',
};

/** What somebody who had stolen the id key would ask by. */
export function idOf(noun: Noun, originator: string, reference: string): string {
  return IDS.of(originator, COLLECTIONS[noun], reference);
}

/** The token of the first version as its originator reads it: with the identity part where there is one. */
export function firstVersionOf(noun: string, id: string): string {
  const parts = noun === 'Arrest' || noun === 'Rescue' || noun === 'Asset' ? [1, 1] : [1];
  return IDS.version(id, parts);
}
