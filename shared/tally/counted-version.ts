import type { CountedFacets, CountedRecord, TallyKind } from './tally-kind.js';
import type { TallyConditions } from './tally-query.js';

/** One version of a record behind a number: what it counted for, and from when until when. */
export interface CountedEvidence {
  readonly id: string;
  readonly facets: CountedFacets;
  readonly from: Date;
  /** Null while it counts. */
  readonly until: Date | null;
}

/** The version of a record that counts at an instant, or now; undefined where none does. */
export function versionAt<Rec extends CountedRecord & { readonly _id: string }>(record: Rec, { facetsOf }: Pick<TallyKind<Rec>, 'facetsOf'>, asOf: Date | null): CountedEvidence | undefined {
  const { _id: id, countedSince, past } = record;
  if (countedSince !== null && (asOf === null || new Date(countedSince) <= asOf)) return { id, facets: facetsOf(record), from: new Date(countedSince), until: null };
  const version = past.find(({ from, until }) => asOf !== null && new Date(from) <= asOf && asOf < new Date(until));
  return version === undefined ? undefined : { id, facets: version.facets, from: new Date(version.from), until: new Date(version.until) };
}

/** The lots of a version that a tally with these conditions adds up. */
export function countedLots({ lots }: CountedFacets, { custodyState, unit }: TallyConditions): CountedFacets['lots'] {
  return lots.filter((lot) => (custodyState === undefined || lot.custodyState === custodyState) && (unit === undefined || (lot.value?.currency ?? lot.value?.network) === unit));
}

/** Stored records that have a superseded version of an instant which these conditions hold for. */
export function pastVersionCondition(where: TallyConditions, asOf: Date): object {
  const instant = asOf.toISOString();
  return { past: { $elemMatch: { $and: [{ from: { $lte: instant } }, { until: { $gt: instant } }, ...facetConditions(where)] } } };
}

/** Who gave a record and under which operation never changes: the store asks that of the record itself. */
function facetConditions({ country, dayFrom, dayTo, codes = {}, recorded = {}, anyCrimeType, custodyState, unit }: TallyConditions): object[] {
  const conditions: object[] = [];
  if (country !== undefined) conditions.push({ 'facets.country': country });
  if (dayFrom !== undefined) conditions.push({ 'facets.day': { $gte: dayFrom } });
  if (dayTo !== undefined) conditions.push({ 'facets.day': { $lte: dayTo } });
  for (const [axis, code] of Object.entries(codes)) if (code !== undefined) conditions.push({ [`facets.codes.${axis}`]: code });
  for (const [axis, asked] of Object.entries(recorded)) if (asked !== undefined) conditions.push({ [`facets.codes.${axis}`]: asked ? { $ne: null } : null });
  if (anyCrimeType !== undefined) conditions.push({ $or: [{ 'facets.codes.crimeType': anyCrimeType }, { 'facets.furtherCrimeTypes': anyCrimeType }] });
  const lot = [
    ...(custodyState === undefined ? [] : [{ custodyState }]),
    ...(unit === undefined ? [] : [{ $or: [{ 'value.currency': unit }, { 'value.network': unit }] }]),
  ];
  if (lot.length > 0) conditions.push({ 'facets.lots': { $elemMatch: { $and: lot } } });
  return conditions;
}
