import { Deck } from './deck.js';
import { EXERCISE_COUNTRIES, JOIN_LATER, LEAVE_EARLY, ncbOf, type ExerciseCountry } from './participants.js';

export const COORDINATOR = 'interpol';
/** The second organisation of a country, which records for itself. */
export const TOKYO_POLICE = 'jp-tokyo';

/** Readers of whom the ready sign-ins are some: what is kept from most is shown to one of these. */
const CONFIDANTS: readonly string[] = ['jp-ncb', 'na-ncb', 'sg-ncb', COORDINATOR, 'es-ncb'];

/** Who records something that happened in a country. */
export interface Recorder {
  readonly organisation: string;
  /** The agency that acted, where another records for it. */
  readonly agency: string | null;
}

/** The country of each turn of one kind of record, in the shares of the countries. */
export function countriesOf(kind: string): Deck<ExerciseCountry> {
  return new Deck(`${kind}/country`, EXERCISE_COUNTRIES.map((country) => [country.weight, country] as const));
}

/** Bureaus that observe, have not joined yet or have left tell the coordinating body, which records it for them. */
export function recorderIn(country: ExerciseCountry, instant: number, turn: number): Recorder {
  const bureau = ncbOf(country.code);
  if (!recordsItself(country, instant)) return { organisation: COORDINATOR, agency: bureau };
  return { organisation: country.code === 'JP' && turn % 3 === 0 ? TOKYO_POLICE : bureau, agency: null };
}

/** Whom the organisation names when it lets one other read. */
export function confidantOf(organisation: string, turn: number): string {
  const others = CONFIDANTS.filter((code) => code !== organisation);
  return others[turn % others.length] ?? COORDINATOR;
}

function recordsItself({ code, role }: ExerciseCountry, instant: number): boolean {
  return role !== 'OBSERVER' && instant >= (JOIN_LATER[code] ?? 0) && instant < (LEAVE_EARLY[code] ?? Infinity);
}
