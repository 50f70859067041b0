import type { HandlingInput } from '../shared/graphql/handling.input.js';
import type { HandlingCode, Tlp } from '../shared/handling/label.js';
import { MOST_ROWS } from '../shared/record/batch-recorder.js';
import { Draw } from '../seed/exercise/draw.js';
import { addDays } from '../seed/exercise/exercise-calendar.js';
import { EXERCISE_CRIME_TYPES } from '../seed/exercise/exercise-arrests.js';
import { inventedPerson } from '../seed/exercise/invented-person.js';
import { EXERCISE_COUNTRIES, ncbOf } from '../seed/exercise/participants.js';
import type { RecordArrestInput } from '../subgraphs/arrests/arrest/arrest.inputs.js';

export const BENCH_OPERATION = 'interpol/bench';
/** Those who record: every bureau of the exercise's countries takes part. */
export const BENCH_RECORDERS: readonly string[] = EXERCISE_COUNTRIES.map(({ code }) => ncbOf(code));
export const BENCH_DAYS = 1_000;
const FIRST_DAY = '2023-01-01';
const LEVELS: readonly (readonly [tlp: Tlp, codes: readonly HandlingCode[]])[] = [
  ['CLEAR', []], ['GREEN', []], ['AMBER', []], ['AMBER', ['H0']], ['AMBER', ['H0', 'H1']], ['AMBER_STRICT', ['H0']], ['RED', ['H0']],
];
/** Each level alone, and with each of some organisations named beside it: 61 × 7 × 10 labels. */
const NAMED: readonly (string | null)[] = [null, 'interpol', 'jp-tokyo', 'fi-ncb', ...BENCH_RECORDERS.slice(0, 6)];
const ROLES = ['BOSS', 'CALLER', 'RECEIVER', 'PREPARER', 'RECRUITER', 'LOOKOUT', 'COLLECTOR', 'MONEY_MULE', null];
const CRIME_TYPES = EXERCISE_CRIME_TYPES.map(([, code]) => code);

/** A batch of one organisation. */
export interface BenchBatch {
  readonly organisation: string;
  readonly rows: readonly RecordArrestInput[];
}

/**
 * Arrests of any number from a turn on, made as they are asked for. Turns go round the organisations, and each of them
 * sends its next ones together: so even ten thousand records have every label.
 */
export function* benchBatches(count: number, { from = 0, suspects = false } = {}): Generator<BenchBatch> {
  const rounds = Math.ceil((from + count) / BENCH_RECORDERS.length);
  const together = Math.min(MOST_ROWS, Math.ceil(count / BENCH_RECORDERS.length));
  for (let first = Math.floor(from / BENCH_RECORDERS.length); first < rounds; first += together) {
    for (const [place, organisation] of BENCH_RECORDERS.entries()) {
      const turns = Array.from({ length: together }, (_, row) => (first + row) * BENCH_RECORDERS.length + place);
      const rows = turns.filter((turn) => turn >= from && turn < from + count).map((turn) => benchArrest(turn, suspects));
      if (rows.length > 0) yield { organisation, rows };
    }
  }
}

/** Whose arrest a turn is. */
export function benchRecorder(turn: number): string {
  return BENCH_RECORDERS[turn % BENCH_RECORDERS.length] ?? '';
}

export function benchArrest(turn: number, suspect: boolean): RecordArrestInput {
  const draw = new Draw('bench', turn);
  const organisation = benchRecorder(turn);
  const country = organisation.slice(0, 2).toUpperCase();
  return {
    reference: `BENCH-${String(turn)}`,
    operation: BENCH_OPERATION,
    agency: null,
    country: draw.chance(80) ? country : draw.of(EXERCISE_COUNTRIES).code,
    countriesOfCommission: [country],
    countriesOfVictims: ['JP'],
    day: addDays(FIRST_DAY, draw.below(BENCH_DAYS)),
    crimeType: draw.of(CRIME_TYPES),
    furtherCrimeTypes: [],
    methods: [],
    contactModes: ['TELEPHONE'],
    role: draw.of(ROLES),
    evaluation: null,
    suspect: suspect ? inventedPerson(draw, 'Person', String(turn), country) : null,
    handling: handlingOf(Math.floor(turn / BENCH_RECORDERS.length), organisation),
  };
}

/** The labels of an organisation in turn. */
function handlingOf(round: number, organisation: string): HandlingInput {
  const [tlp, codes] = LEVELS[round % LEVELS.length] ?? ['CLEAR', []];
  const named = NAMED[Math.floor(round / LEVELS.length) % NAMED.length] ?? null;
  return { tlp, codes: [...codes], restriction: null, recipients: named === null || named === organisation ? [] : [{ organisation: named }] };
}
