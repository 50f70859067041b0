import { sumByUnit } from '../../money/money.js';
import type { CountedFacets, CountedLot } from '../tally-kind.js';
import type { Dimension, TallyAnswer, TallyQuery, TallyRow } from '../tally-query.js';
import type { Thing } from './random-history.js';

/** The same answer by looking at every record, one after the other. */
export function recount(things: Iterable<Thing>, labels: readonly string[], { where, by, asOf }: TallyQuery): Omit<TallyAnswer, 'asOf'> {
  const matching: { facets: CountedFacets; lot: CountedLot; weighs: boolean }[] = [];
  for (const thing of things) {
    if (thing.countedUnder === null || !labels.includes(thing.countedUnder)) continue;
    for (const facets of versionsAt(thing, asOf)) {
      const valued = facets.lots.findIndex(({ value }) => value !== null);
      for (const [index, lot] of facets.lots.entries()) {
        if (belongs(where, facets, lot, thing.countedUnder)) matching.push({ facets, lot, weighs: index === Math.max(0, valued) });
      }
    }
  }
  const rowOf = (key: readonly (string | null)[], of: typeof matching, countsParts: boolean): TallyRow => ({
    key,
    count: countsParts ? of.length : of.filter(({ weighs }) => weighs).length,
    sums: sumByUnit(of.flatMap(({ lot: { value } }) => (value === null ? [] : [value]))).map((sum) => ({
      ...sum,
      count: of.filter(({ lot, weighs }) => (countsParts || weighs) && lot.value !== null && lot.value.currency === sum.currency && lot.value.network === sum.network).length,
    })),
  });
  const wholeCountsParts = where.custodyState !== undefined;
  const groups = new Map<string, { key: (string | null)[]; of: typeof matching }>();
  for (const found of by.length === 0 ? [] : matching) {
    const key = by.map((dimension) => valueOf(dimension, found.facets, found.lot));
    const group = groups.get(JSON.stringify(key)) ?? { key, of: [] };
    groups.set(JSON.stringify(key), group);
    group.of.push(found);
  }
  const rows = [...groups.values()]
    .map(({ key, of }) => rowOf(key, of, wholeCountsParts || by.includes('custodyState')))
    .filter(({ count, sums }) => count > 0 || sums.length > 0)
    .sort((one, other) => (sortText(one.key) < sortText(other.key) ? -1 : 1));
  const { count, sums } = rowOf([], matching, wholeCountsParts);
  return { count, sums, rows };
}

function versionsAt({ countedSince, past, facets }: Thing, asOf: Date | null): CountedFacets[] {
  if (asOf === null) return countedSince === null ? [] : [facets];
  const instant = asOf.toISOString();
  return [
    ...past.filter(({ from, until }) => from <= instant && instant < until).map((version) => version.facets),
    ...(countedSince !== null && countedSince <= instant ? [facets] : []),
  ];
}

function belongs(where: TallyQuery['where'], facets: CountedFacets, { custodyState, value }: CountedLot, label: string): boolean {
  const { operations, originators, country, dayFrom, dayTo, codes, anyCrimeType, unit } = where;
  if (operations !== undefined && (facets.operation === null || !operations.includes(facets.operation))) return false;
  if (originators !== undefined && !originators.includes(originatorOf(label))) return false;
  if (country !== undefined && facets.country !== country) return false;
  if (dayFrom !== undefined && facets.day < dayFrom) return false;
  if (dayTo !== undefined && facets.day > dayTo) return false;
  if (codes?.crimeType !== undefined && facets.codes.crimeType !== codes.crimeType) return false;
  if (codes?.role !== undefined && facets.codes.role !== codes.role) return false;
  if (anyCrimeType !== undefined && facets.codes.crimeType !== anyCrimeType && !facets.furtherCrimeTypes.includes(anyCrimeType)) return false;
  if (where.custodyState !== undefined && custodyState !== where.custodyState) return false;
  return unit === undefined || value?.currency === unit || value?.network === unit;
}

export function originatorOf(label: string): string {
  return Number(label.slice(2)) % 2 === 0 ? 'even' : 'odd';
}

function valueOf(dimension: Dimension, { operation, country, day, codes }: CountedFacets, { custodyState, value }: CountedLot): string | null {
  switch (dimension) {
    case 'operation':
      return operation;
    case 'country':
      return country;
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${['01', '02', '03'].includes(day.slice(5, 7)) ? 1 : ['04', '05', '06'].includes(day.slice(5, 7)) ? 2 : ['07', '08', '09'].includes(day.slice(5, 7)) ? 3 : 4}`;
    case 'year':
      return day.slice(0, 4);
    case 'custodyState':
      return custodyState;
    case 'unit':
      return value === null ? null : (value.currency ?? value.network);
    case 'crimeType':
    case 'role':
    case 'victimState':
    case 'kind':
      return codes[dimension] ?? null;
  }
}

/** Null sorts behind every value. */
function sortText(key: readonly (string | null)[]): string {
  return key.map((value) => (value === null ? '\uffff' : `${value}\u0000`)).join('');
}
