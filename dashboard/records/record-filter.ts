import { NOT_RECORDED, type Narrowing } from '../address/narrowing.js';
import type { ArrestFilter, AssetFilter, RescueFilter } from '../api/documents.js';

/** The condition on a list that holds exactly the records of the rows that were chosen. */
export function arrestFilter(narrowed: Narrowing): ArrestFilter {
  return { ...whereAndWhen(narrowed), ...stated({ principalCrimeType: narrowed.crimeType }), ...roleOf(narrowed) };
}

export function rescueFilter(narrowed: Narrowing): RescueFilter {
  return { ...whereAndWhen(narrowed), ...stated({ victimState: narrowed.victimState }) };
}

export function assetFilter(narrowed: Narrowing): AssetFilter {
  return { ...whereAndWhen(narrowed), ...stated({ kind: narrowed.kind, custodyState: narrowed.custodyState, currency: narrowed.currency, network: narrowed.network }) };
}

function roleOf({ role }: Narrowing): { role?: string; roleRecorded?: boolean } {
  if (role === null) return {};
  return role === NOT_RECORDED ? { roleRecorded: false } : { role };
}

function whereAndWhen({ country, month }: Narrowing): { country?: string; dayFrom?: string; dayTo?: string } {
  return { ...stated({ country }), ...(month === null ? {} : { dayFrom: `${month}-01`, dayTo: lastDayOf(month) }) };
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate())}`;
}

/** What is not stated is left out: a condition that is null would still be one. */
function stated<Fields extends Readonly<Record<string, string | null>>>(fields: Fields): { [Field in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as { [Field in keyof Fields]?: string };
}
