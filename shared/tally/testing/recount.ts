import { sumByUnit } from '../../money/money.js';
import type { CountedFacets, CountedLot } from '../tally-kind.js';
import type { Dimension, TallyAnswer, TallyQuery, TallyRow } from '../tally-query.js';
import type { Thing } from './random-history.js';

/** The same answer by looking at every record, one after the other. */
export function recount(things: Iterable<Thing>, labels: readonly string[], { where, by, asOf }: TallyQuery): Omit<TallyAnswer, 'asOf'> {
  const matching = [...things].flatMap((thing) => matchingLots(thing, labels, where, asOf));
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

interface MatchingLot {
  readonly facets: CountedFacets;
  readonly lot: CountedLot;
  readonly weighs: boolean;
}

function matchingLots(thing: Thing, labels: readonly string[], where: TallyQuery['where'], asOf: Date | null): MatchingLot[] {
  const { countedUnder } = thing;
  if (countedUnder === null || !labels.includes(countedUnder)) return [];
  return versionsAt(thing, asOf).flatMap((facets) => {
    const valued = facets.lots.findIndex(({ value }) => value !== null);
    return facets.lots.flatMap((lot, index) => (belongs(where, facets, lot, countedUnder) ? [{ facets, lot, weighs: index === Math.max(0, valued) }] : []));
  });
}

/** The things that are left where each event counts once, found by walking from each along what both owners say. */
export function leftOver(things: ReadonlyMap<number, Thing>, labels: readonly string[], { where, asOf }: Pick<TallyQuery, 'where' | 'asOf'>): Thing[] {
  const counted = new Map([...things].filter(([, thing]) => matchingLots(thing, labels, where, asOf).length > 0).map(([number, thing]) => [String(number), thing]));
  const says = (id: string, other: string): string | null =>
    counted.get(id)?.claims?.find((said) => said.other === other && (asOf === null ? said.until === null : said.from <= asOf.toISOString() && (said.until ?? '9') > asOf.toISOString()))?.counts ?? null;
  const oneEvent = (id: string): string[] => [...counted.keys()].filter((other) => says(id, other) !== null && says(id, other) === says(other, id));
  const yields = (id: string): boolean => oneEvent(id).some((other) => says(id, other) === other);
  return [...counted].flatMap(([id, thing]) => {
    const event = new Set([id]);
    for (const member of event) for (const other of oneEvent(member)) event.add(other);
    const sorted = [...event].sort();
    return (sorted.find((member) => !yields(member)) ?? sorted[0]) === id ? [thing] : [];
  });
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
