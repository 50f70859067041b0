import { findCountry } from '../shared/reference/countries.js';
import type { AgencyEntry } from '../subgraphs/agencies/agency/agency.service.js';
import { authority } from './authority.js';
import { EXERCISE_COUNTRIES, ncbOf } from './exercise/participants.js';

/** Who coordinates the operations that are published. */
export const COORDINATING_BODIES: readonly AgencyEntry[] = [
  { code: 'interpol', name: 'INTERPOL General Secretariat' },
  { code: 'europol', name: 'Europol' },
  { code: 'afripol', name: 'AFRIPOL' },
].map((body) => authority({ ...body, class: 'COORDINATING_BODY', kind: 'COORDINATING_BODY' }));

/** Organisations of the embedded mode that the ready sign-ins speak for, or that have a name of their own. */
export const ORGANISATIONS: readonly AgencyEntry[] = [
  authority({ code: 'jp-ncb', name: 'NCB Tokyo (National Police Agency)', nameLocal: '警察庁', kind: 'NCB', country: 'JP', ncb: true }),
  authority({ code: 'jp-tokyo', name: 'Tokyo Metropolitan Police Department', nameLocal: '警視庁', kind: 'POLICE', country: 'JP' }),
  authority({ code: 'na-ncb', name: 'NCB Windhoek (Namibian Police Force)', kind: 'NCB', country: 'NA', ncb: true }),
  authority({ code: 'sg-ncb', name: 'NCB Singapore (Singapore Police Force)', kind: 'NCB', country: 'SG', ncb: true }),
  authority({ code: 'es-ncb', name: 'NCB Madrid (Policía Nacional)', kind: 'NCB', country: 'ES', ncb: true }),
  authority({ code: 'br-ncb', name: 'NCB Brasília (Polícia Federal)', kind: 'NCB', country: 'BR', ncb: true }),
  authority({ code: 'fi-ncb', name: 'NCB Helsinki (National Bureau of Investigation)', kind: 'NCB', country: 'FI', ncb: true }),
  authority({ code: 'jp-bank', name: 'Exercise Bank (invented)', class: 'INSTITUTION', kind: 'BANK', country: 'JP' }),
];

/** The National Central Bureaus of the other countries of the exercise, each a member of INTERPOL. */
export const EXERCISE_BUREAUS: readonly AgencyEntry[] = EXERCISE_COUNTRIES.map(({ code }) => code)
  .filter((code) => !ORGANISATIONS.some((organisation) => organisation.code === ncbOf(code)))
  .map((code) => authority({ code: ncbOf(code), name: `NCB ${memberName(code)}`, kind: 'NCB', country: code, ncb: true }));

function memberName(code: string): string {
  const country = findCountry(code);
  if (country?.interpolMember !== true) throw new Error(`${code} is no member of INTERPOL and has no National Central Bureau.`);
  return country.name;
}
