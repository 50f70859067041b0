import type { HandlingInput } from '../../shared/graphql/handling.input.js';
import type { HandlingCode, Tlp } from '../../shared/handling/label.js';
import { Deck } from './deck.js';

/** A level with its codes; `named` lets one other organisation read. */
interface Level {
  readonly tlp: Tlp;
  readonly codes: readonly HandlingCode[];
  readonly named?: true;
}

/** How a record and its identity part are handled: the part as the record, or more strictly. */
export interface LevelPair {
  readonly record: Level;
  readonly part: Level;
}

const CLEAR: Level = { tlp: 'CLEAR', codes: [] };
const GREEN: Level = { tlp: 'GREEN', codes: [] };
const AMBER: Level = { tlp: 'AMBER', codes: ['H0'] };
const AMBER_NO_COURT: Level = { tlp: 'AMBER', codes: ['H0', 'H1'] };
const AMBER_FROZEN: Level = { tlp: 'AMBER', codes: ['H2'] };
const STRICT: Level = { tlp: 'AMBER_STRICT', codes: ['H0'] };
const STRICT_RESTRICTED: Level = { tlp: 'AMBER_STRICT', codes: ['H0', 'H3'] };
const STRICT_NAMED: Level = { tlp: 'AMBER_STRICT', codes: [], named: true };
const RED: Level = { tlp: 'RED', codes: ['H0', 'H3'], named: true };
const RED_NO_COURT: Level = { tlp: 'RED', codes: ['H1', 'H3'], named: true };

const RESTRICTION = 'Exercise: to be read only by the officers of the organisation named.';

/** Of forty records 4 are CLEAR, 10 GREEN, 18 AMBER, 5 AMBER+STRICT and 3 RED. */
const PAIRS: readonly (readonly [share: number, pair: LevelPair])[] = [
  [2, { record: CLEAR, part: GREEN }],
  [2, { record: CLEAR, part: AMBER }],
  [3, { record: GREEN, part: GREEN }],
  [5, { record: GREEN, part: AMBER }],
  [2, { record: GREEN, part: STRICT }],
  [6, { record: AMBER, part: AMBER }],
  [5, { record: AMBER_NO_COURT, part: STRICT }],
  [3, { record: AMBER_FROZEN, part: AMBER_FROZEN }],
  [4, { record: AMBER, part: RED }],
  [2, { record: STRICT, part: STRICT }],
  [2, { record: STRICT_RESTRICTED, part: RED }],
  [1, { record: STRICT_NAMED, part: STRICT_NAMED }],
  [2, { record: RED, part: RED }],
  [1, { record: RED_NO_COURT, part: RED_NO_COURT }],
];

export interface HandlingPair {
  readonly record: HandlingInput;
  readonly part: HandlingInput;
}

export function handlingsOf(kind: string): Deck<LevelPair> {
  return new Deck(`${kind}/handling`, PAIRS);
}

export function handlingPair({ record, part }: LevelPair, confidant: string): HandlingPair {
  return { record: handlingOf(record, confidant), part: handlingOf(part, confidant) };
}

export function handled(tlp: 'CLEAR' | 'GREEN' | 'AMBER'): HandlingInput {
  return { tlp, codes: tlp === 'AMBER' ? ['H0'] : [], restriction: null, recipients: [] };
}

function handlingOf({ tlp, codes, named }: Level, confidant: string): HandlingInput {
  return {
    tlp,
    codes: [...codes],
    restriction: codes.includes('H3') ? RESTRICTION : null,
    recipients: named === true ? [{ organisation: confidant }] : [],
  };
}
