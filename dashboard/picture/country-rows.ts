import type { Operation } from '../api/documents.js';
import type { Figure, Place, Sum } from '../api/fragments.js';
import { compareDecimals } from '../format/decimal.js';
import { mentionedPlace } from '../format/mentioned-place.js';
import type { Counted } from './use-evidence.js';

/** Where a reported figure of a country stands. */
export type ReportedColumn = 'arrests' | 'rescues' | 'seizures' | 'other';

export type Reported = Readonly<Record<ReportedColumn, readonly Figure[]>>;

export interface CountryRow {
  readonly country: Place;
  readonly reported: Reported;
  /** Null where no record is visible, which is not 0. */
  readonly counted: { readonly arrests: number | null; readonly rescues: number | null; readonly assets: number | null; readonly sums: readonly Sum[] };
}

/** Figures that a source states for several countries together. They belong to no single row. */
export interface SharedRow {
  readonly countries: readonly Place[];
  readonly reported: Reported;
}

const TAKEN_MONEY = new Set(['SEIZED', 'FROZEN', 'INTERCEPTED', 'RECOVERED']);

export function reportedColumn(figure: Pick<Figure, 'measure' | 'meaning'>): ReportedColumn {
  const { code } = figure.measure;
  if (code === 'ARRESTS') return 'arrests';
  if (code === 'VICTIMS_RESCUED') return 'rescues';
  const taken = code === 'AMOUNT' ? TAKEN_MONEY.has(figure.meaning?.code ?? '') : /_(SEIZED|FROZEN)(_|$)/.test(code);
  return taken ? 'seizures' : 'other';
}

/** One row for each country that a source names or a visible record comes from. */
export function countryRows(mentions: Operation['mentions'], figures: readonly Figure[], counted: Counted): readonly CountryRow[] {
  const places = new Map<string, Place>();
  const put = (place: Place): void => void places.set(place.code, place);
  for (const mention of mentions) put(mentionedPlace(mention));
  for (const figure of figures) figure.countries.map(mentionedPlace).forEach(put);
  for (const tally of [counted.arrests, counted.rescues, counted.assets]) {
    for (const { country } of tally?.byCountry ?? []) put(country);
  }
  return [...places.values()].map((country) => {
    const countIn = (tally: Counted['arrests' | 'rescues' | 'assets']): number | null =>
      tally?.byCountry.find((entry) => entry.country.code === country.code)?.count ?? null;
    return {
      country,
      reported: inColumns(figures.filter((figure) => figure.countries.length === 1 && figure.countries[0]?.code === country.code)),
      counted: {
        arrests: countIn(counted.arrests),
        rescues: countIn(counted.rescues),
        assets: countIn(counted.assets),
        sums: counted.assets?.byCountry.find((entry) => entry.country.code === country.code)?.sums ?? [],
      },
    };
  });
}

export function sharedRows(figures: readonly Figure[]): readonly SharedRow[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.countries.length < 2) continue;
    const key = figure.countries.map((country) => country.code).sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map((group) => ({ countries: (group[0]?.countries ?? []).map(mentionedPlace), reported: inColumns(group) }));
}

export type SortKey = 'country' | 'arrests' | 'rescues' | 'counted-arrests' | 'counted-rescues' | 'counted-assets';

/** Largest first for numbers; rows without the number come last, whatever the direction. */
export function sortRows(rows: readonly CountryRow[], key: SortKey, descending: boolean, nameOf: (place: Place) => string): readonly CountryRow[] {
  const byName = (a: CountryRow, b: CountryRow): number => nameOf(a.country).localeCompare(nameOf(b.country));
  const sign = descending ? -1 : 1;
  if (key === 'country') return [...rows].sort((a, b) => sign * byName(a, b));
  return [...rows].sort((a, b) => {
    const [left, right] = [valueFor(a, key), valueFor(b, key)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
    return sign * compareDecimals(left, right) || byName(a, b);
  });
}

/** The largest of the figures, because figures of one measure are several tellings and are never added. */
export function largestValue(figures: readonly Figure[]): string | null {
  return figures.reduce<string | null>(
    (largest, { value }) => (value !== null && (largest === null || compareDecimals(value, largest) > 0) ? value : largest),
    null,
  );
}

function valueFor(row: CountryRow, key: Exclude<SortKey, 'country'>): string | null {
  switch (key) {
    case 'arrests':
    case 'rescues':
      return largestValue(row.reported[key]);
    case 'counted-arrests':
      return textOf(row.counted.arrests);
    case 'counted-rescues':
      return textOf(row.counted.rescues);
    case 'counted-assets':
      return textOf(row.counted.assets);
  }
}

function textOf(count: number | null): string | null {
  return count === null ? null : String(count);
}

function inColumns(figures: readonly Figure[]): Reported {
  const of = (column: ReportedColumn): readonly Figure[] => figures.filter((figure) => reportedColumn(figure) === column);
  return { arrests: of('arrests'), rescues: of('rescues'), seizures: of('seizures'), other: of('other') };
}
