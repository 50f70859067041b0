import { NOT_NARROWED, putNarrowing, readNarrowing, type Narrowing } from './narrowing.js';
import { oneOf } from './one-of.js';

/** Everything a shared address carries. Who is looking is not part of it. */
export interface Address {
  readonly place: Place;
  /** The operation that is shown; beside a form, the one under which something is recorded. */
  readonly operation: string | null;
  readonly search: string;
  readonly coordinator: string | null;
  /** A year as text, or `not-stated` for operations whose period no source states. */
  readonly year: string | null;
  readonly crimeType: string | null;
  readonly figure: string | null;
  /** What shades the map; null leaves it to what the operation has. */
  readonly evidence: Evidence | null;
  readonly mapped: MappedMeasure | null;
  readonly country: string | null;
  readonly records: RecordKind | null;
  /** To which rows of a tally the open list of records is narrowed. */
  readonly narrowed: Narrowing;
  readonly sort: string | null;
  /** The instant as of which records are counted, RFC 3339; null for the present. */
  readonly asOf: string | null;
  /** Which tally is open. */
  readonly tally: RecordKind | null;
  /** The currency to which sums are converted. */
  readonly money: string | null;
  /** By what the flow of custody is drawn: a currency or network; null for the number of assets. */
  readonly flow: string | null;
  readonly desk: DeskPart | null;
  /** Whose disclosure log is open on the desk. */
  readonly log: DisclosureLog | null;
  readonly recording: RecordKind | null;
  /** The address of a virtual asset that is shown, as its public key: `BITCOIN:1A1z…`. */
  readonly wallet: string | null;
  readonly language: Language;
}

const PLACES = ['operations', 'desk', 'record', 'wallet'] as const;
const EVIDENCE = ['reported', 'counted'] as const;
const MAPPED_MEASURES = ['arrests', 'rescues'] as const;
export const RECORD_KINDS = ['arrests', 'rescues', 'assets'] as const;
export const DESK_PARTS = ['given', 'readers', 'released'] as const;
export const DISCLOSURE_LOGS = ['arrests', 'assets', 'operations'] as const;
const LANGUAGES = ['en', 'ja'] as const;
export type Place = (typeof PLACES)[number];
export type Evidence = (typeof EVIDENCE)[number];
export type MappedMeasure = (typeof MAPPED_MEASURES)[number];
export type RecordKind = (typeof RECORD_KINDS)[number];
export type DeskPart = (typeof DESK_PARTS)[number];
export type DisclosureLog = (typeof DISCLOSURE_LOGS)[number];
export type Language = (typeof LANGUAGES)[number];
export const PERIOD_NOT_STATED = 'not-stated';

export function readAddress(url: URL): Address {
  const query = url.searchParams;
  const [first = '', ...rest] = url.pathname.replace(/\/$/, '').split('/').slice(1);
  const place = oneOf(PLACES, first) ?? 'operations';
  const given = (name: string): string | null => (query.get(name) === '' ? null : query.get(name));
  return {
    place,
    operation: place === 'operations' ? codeIn(rest) : place === 'record' ? given('operation') : null,
    search: given('q') ?? '',
    coordinator: given('coordinator'),
    year: given('year'),
    crimeType: given('crime'),
    figure: given('figure'),
    evidence: oneOf(EVIDENCE, given('map')),
    mapped: oneOf(MAPPED_MEASURES, given('measure')),
    country: given('country'),
    records: oneOf(RECORD_KINDS, given('records')),
    narrowed: readNarrowing(given),
    sort: given('sort'),
    asOf: instantIn(given('asof')),
    tally: oneOf(RECORD_KINDS, given('tally')),
    money: given('money'),
    flow: given('flow'),
    desk: place === 'desk' ? oneOf(DESK_PARTS, given('part')) : null,
    log: place === 'desk' ? oneOf(DISCLOSURE_LOGS, given('log')) : null,
    recording: place === 'record' ? oneOf(RECORD_KINDS, rest[0] ?? '') : null,
    wallet: place === 'wallet' ? codeIn(rest) : null,
    language: oneOf(LANGUAGES, given('lang')) ?? 'en',
  };
}

export function printAddress(address: Address): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | null, usual: string | null = null): void => {
    if (value !== null && value !== '' && value !== usual) query.set(name, value);
  };
  put('q', address.search);
  put('coordinator', address.coordinator);
  put('year', address.year);
  put('crime', address.crimeType);
  if (address.place === 'operations' && address.operation !== null) {
    put('map', address.evidence);
    put('measure', address.mapped);
    put('country', address.country);
    put('records', address.records);
    putNarrowing(put, address.narrowed);
    put('sort', address.sort);
    put('asof', address.asOf);
    put('tally', address.tally);
    put('money', address.money);
    put('flow', address.flow);
    put('figure', address.figure);
  }
  if (address.place === 'desk') {
    put('part', address.desk);
    put('log', address.log);
    put('records', address.records);
  }
  if (address.place === 'record') put('operation', address.operation);
  put('lang', address.language, 'en');
  const text = query.toString();
  return text === '' ? pathOf(address) : `${pathOf(address)}?${text}`;
}

/** Nothing is opened inside a place that was just come to. */
const NOTHING_OPEN = {
  figure: null, evidence: null, mapped: null, country: null, records: null, narrowed: NOT_NARROWED, sort: null, asOf: null, tally: null, money: null, flow: null, desk: null, log: null, recording: null, wallet: null,
} as const;

export function atOperation(operation: string | null): Partial<Address> {
  return { ...NOTHING_OPEN, place: 'operations', operation };
}

export function atDesk(desk: DeskPart | null = null, records: RecordKind | null = null): Partial<Address> {
  return { ...NOTHING_OPEN, place: 'desk', operation: null, desk, records };
}

export function atForm(recording: RecordKind, operation: string | null): Partial<Address> {
  return { ...NOTHING_OPEN, place: 'record', operation, recording };
}

export function atWallet(wallet: string): Partial<Address> {
  return { ...NOTHING_OPEN, place: 'wallet', operation: null, search: '', wallet };
}

function pathOf({ place, operation, recording, wallet }: Address): string {
  switch (place) {
    case 'operations':
      return operation === null ? '/operations' : `/operations/${operation.split('/').map(encodeURIComponent).join('/')}`;
    case 'desk':
      return '/desk';
    case 'record':
      return `/record/${recording ?? 'arrests'}`;
    case 'wallet':
      return `/wallet/${encodeURIComponent(wallet ?? '')}`;
  }
}

function codeIn(segments: readonly string[]): string | null {
  return segments.length === 0 ? null : segments.map(decode).join('/');
}

function instantIn(text: string | null): string | null {
  const read = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(read) ? null : new Date(read).toISOString();
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
