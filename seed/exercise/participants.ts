import type { ParticipationRole } from '../../shared/handling/may-read.js';
import { instantFrom, WEEKS_BETWEEN_REPORTS } from './exercise-calendar.js';

/** Currencies in which the exercise values things. There is no reference rate for Namibian dollars: they stay unconverted. */
export type ExerciseCurrency = 'EUR' | 'JPY' | 'NAD' | 'USD';

/** One of the 61 countries of the exercise. */
export interface ExerciseCountry {
  readonly code: string;
  readonly currency: ExerciseCurrency;
  readonly role: ParticipationRole;
  /** How many of the events happen there, against those of the others. */
  readonly weight: number;
  /** Its turn in the weeks between two reports. */
  readonly week: number;
}

const OBSERVERS: readonly string[] = ['BR', 'CH', 'NZ', 'SE'];
const LEADS: readonly string[] = ['JP', 'SG'];
const EURO: readonly string[] = ['AT', 'BE', 'BG', 'CY', 'DE', 'ES', 'FR', 'GR', 'IE', 'IT', 'LU', 'NL', 'PT'];
const HEAVY: Readonly<Record<string, number>> = { JP: 32, NA: 16, SG: 12, ES: 12, KH: 14, NG: 12, TH: 10, ZA: 10, BR: 4 };

/** Finland is no part of it: its liaison officer is the one who looks at the exercise from outside. */
export const EXERCISE_COUNTRIES: readonly ExerciseCountry[] = [
  'AE', 'AR', 'AT', 'AU', 'BE', 'BG', 'BR', 'CA', 'CH', 'CI', 'CL', 'CM', 'CO', 'CY', 'CZ', 'DE', 'EG', 'ES', 'FR', 'GB',
  'GE', 'GH', 'GR', 'ID', 'IE', 'IN', 'IT', 'JO', 'JP', 'KE', 'KH', 'KR', 'KZ', 'LA', 'LK', 'LU', 'MA', 'MM', 'MN', 'MX',
  'MY', 'NA', 'NG', 'NL', 'NP', 'NZ', 'PE', 'PH', 'PL', 'PT', 'QA', 'RO', 'SE', 'SG', 'SN', 'TH', 'TN', 'US', 'VN', 'ZA',
  'ZM',
].map((code, index) => ({
  code,
  currency: currencyOf(code),
  role: OBSERVERS.includes(code) ? 'OBSERVER' : LEADS.includes(code) ? 'LEAD' : 'PARTICIPANT',
  weight: HEAVY[code] ?? 2 + (index % 5),
  week: index % WEEKS_BETWEEN_REPORTS,
}));

/** Countries whose bureaus join when the exercise is under way, and the reporting instant from which on they take part. */
export const JOIN_LATER: Readonly<Record<string, number>> = { KZ: instantFrom('2025-11-28'), PE: instantFrom('2026-01-02') };
/** Who answers them before the time in which silence accepts, and how. */
export const DECISIONS: readonly { readonly originator: string; readonly about: string; readonly decision: 'ACCEPTED' | 'REFUSED' }[] = [
  { originator: 'sg-ncb', about: 'KZ', decision: 'ACCEPTED' },
  { originator: 'es-ncb', about: 'KZ', decision: 'REFUSED' },
  { originator: 'na-ncb', about: 'PE', decision: 'REFUSED' },
];
/** Countries whose bureaus leave before the end, and the instant from which on they take no part. */
export const LEAVE_EARLY: Readonly<Record<string, number>> = { LU: instantFrom('2026-02-27') };

export function ncbOf(country: string): string {
  return `${country.toLowerCase()}-ncb`;
}

function currencyOf(code: string): ExerciseCurrency {
  if (EURO.includes(code)) return 'EUR';
  return code === 'JP' ? 'JPY' : code === 'NA' ? 'NAD' : 'USD';
}
