import type { Dimension, PlainAnswer, PlainNumber, PlainQuestion } from './plain-actions.js';
import { countsFor, seesOperation } from './plain-rule.js';
import type { Part, PlainRecord, PlainWorld, Version } from './plain-world.js';

/** A record that counts, in the version of the instant asked about. */
interface Counted {
  readonly record: PlainRecord;
  readonly version: Version;
}

/** Counts by looking at every record of the exchange, for every number anew. */
export function plainTally(world: PlainWorld, question: PlainQuestion): PlainAnswer {
  const counted = world.records.filter(({ kind }) => kind === question.kind).flatMap((record): Counted[] => {
    if (!countsFor(world, question.viewer, record)) return [];
    const version = versionAt(record, question.asOf ?? world.now);
    return version !== undefined && matches(world, question, { record, version }) ? [{ record, version }] : [];
  });
  const keysOf = (dimension: Dimension): Set<string> => new Set(counted.flatMap((one) => one.version.parts.map((part) => keyOf(world, question, dimension, one, part))));
  const rows: Record<string, PlainNumber> = {};
  const cells: Record<string, PlainNumber> = {};
  for (const row of keysOf(question.rows)) {
    rows[row] = numberOf(counted, [question.rows], (one, part) => keyOf(world, question, question.rows, one, part) === row);
    for (const column of keysOf(question.columns)) {
      const inCell = (one: Counted, part: Part): boolean =>
        keyOf(world, question, question.rows, one, part) === row && keyOf(world, question, question.columns, one, part) === column;
      const cell = numberOf(counted, [question.rows, question.columns], inCell);
      if (cell.count > 0) cells[`${row} × ${column}`] = cell;
    }
  }
  const once = counted.filter(({ record }) => countsForItsEvent(counted.map((one) => one.record), record, question.asOf));
  return { whole: numberOf(counted, [], () => true), once: numberOf(once, [], () => true), rows, cells };
}

/**
 * Whether a record counts where each event counts once. Of those that hang together by what both owners say, it is the
 * first by id that no owner pair puts behind another; the first of all where each is put behind some other.
 */
function countsForItsEvent(counted: readonly PlainRecord[], record: PlainRecord, asOf: number | null): boolean {
  const said = (one: PlainRecord, other: PlainRecord): string | null =>
    one.sayings.find((saying) => saying.other === other.id && (asOf === null ? saying.until === null : saying.from <= asOf && (saying.until === null || asOf < saying.until)))?.counts ?? null;
  const same = (one: PlainRecord): PlainRecord[] => counted.filter((other) => said(one, other) !== null && said(one, other) === said(other, one));
  const event = [record];
  for (const member of event) event.push(...same(member).filter((other) => !event.includes(other)));
  const foremost = event.filter((member) => same(member).every((other) => said(member, other) === member.id));
  const [first] = (foremost.length > 0 ? foremost : event).map(({ id }) => id).sort();
  return first === record.id;
}

/** What stood of a record at an instant; undefined before it was recorded and from when it was taken back. */
function versionAt({ versions, retractedAt }: PlainRecord, instant: number): Version | undefined {
  return retractedAt !== null && retractedAt <= instant ? undefined : versions.findLast(({ from }) => from <= instant);
}

function matches(world: PlainWorld, { operations, filter, viewer }: PlainQuestion, { record, version: { facts } }: Counted): boolean {
  const { operation } = record;
  if (operations !== null && (operation === null || !operations.includes(operation.code) || !seesOperation(world, viewer, operation))) return false;
  if (filter.country !== undefined && facts.country !== filter.country) return false;
  if (filter.dayFrom !== undefined && facts.day < filter.dayFrom) return false;
  if (filter.dayTo !== undefined && facts.day > filter.dayTo) return false;
  if (filter.crimeType !== undefined && ![facts.crimeType, ...facts.furtherCrimeTypes].includes(filter.crimeType)) return false;
  if (filter.victimState !== undefined && facts.victimState !== filter.victimState) return false;
  return filter.kind === undefined || facts.asset.kind === filter.kind;
}

/** By custody state each part of an asset counts where it stands, otherwise the asset counts once; amounts always add up. */
function numberOf(counted: readonly Counted[], by: readonly Dimension[], belongs: (one: Counted, part: Part) => boolean): PlainNumber {
  let count = 0;
  const sums = new Map<string, bigint>();
  for (const one of counted) {
    const parts = one.version.parts.filter((part) => belongs(one, part));
    count += by.includes('CUSTODY_STATE') ? parts.length : Math.min(1, parts.length);
    const unit = one.version.facts.value?.unit;
    for (const { units } of parts) if (unit !== undefined && units !== null) sums.set(unit, (sums.get(unit) ?? 0n) + units);
  }
  return { count, sums: Object.fromEntries([...sums].map(([unit, units]) => [unit, units.toString()])) };
}

export const NONE = '(none)';

function keyOf(world: PlainWorld, { viewer }: PlainQuestion, dimension: Dimension, { record: { operation }, version: { facts } }: Counted, part: Part): string {
  const [year = '', month = ''] = facts.day.split('-');
  switch (dimension) {
    case 'COUNTRY':
      return facts.country;
    case 'OPERATION':
      return operation !== null && seesOperation(world, viewer, operation) ? operation.code : NONE;
    case 'MONTH':
      return `${year}-${month}`;
    case 'QUARTER':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'YEAR':
      return year;
    case 'CRIME_TYPE':
      return facts.crimeType;
    case 'ROLE':
      return facts.role ?? NONE;
    case 'VICTIM_STATE':
      return facts.victimState;
    case 'ASSET_KIND':
      return facts.asset.kind;
    case 'CUSTODY_STATE':
      return part.state;
  }
}
