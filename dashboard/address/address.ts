/** Everything a shared address carries. Who is looking is not part of it. */
export interface Address {
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
  /** The country to which the open list of records is narrowed. */
  readonly recordsCountry: string | null;
  readonly sort: string | null;
  readonly language: Language;
}

const EVIDENCE = ['reported', 'counted'] as const;
const MAPPED_MEASURES = ['arrests', 'rescues'] as const;
const RECORD_KINDS = ['arrests', 'rescues', 'assets'] as const;
const LANGUAGES = ['en', 'ja'] as const;
export type Evidence = (typeof EVIDENCE)[number];
export type MappedMeasure = (typeof MAPPED_MEASURES)[number];
export type RecordKind = (typeof RECORD_KINDS)[number];
export type Language = (typeof LANGUAGES)[number];
export const PERIOD_NOT_STATED = 'not-stated';

const ROOT = '/operations';

export function readAddress(url: URL): Address {
  const query = url.searchParams;
  const path = url.pathname.startsWith(`${ROOT}/`) ? url.pathname.slice(ROOT.length + 1).replace(/\/$/, '') : '';
  const given = (name: string): string | null => (query.get(name) === '' ? null : query.get(name));
  return {
    operation: path === '' ? null : path.split('/').map(decode).join('/'),
    search: given('q') ?? '',
    coordinator: given('coordinator'),
    year: given('year'),
    crimeType: given('crime'),
    figure: given('figure'),
    evidence: oneOf(EVIDENCE, given('map')),
    mapped: oneOf(MAPPED_MEASURES, given('measure')),
    country: given('country'),
    records: oneOf(RECORD_KINDS, given('records')),
    recordsCountry: given('of'),
    sort: given('sort'),
    language: oneOf(LANGUAGES, given('lang')) ?? 'en',
  };
}

export function printAddress(address: Address): string {
  const path = address.operation === null ? ROOT : `${ROOT}/${address.operation.split('/').map(encodeURIComponent).join('/')}`;
  const query = new URLSearchParams();
  const put = (name: string, value: string | null, usual: string | null = null): void => {
    if (value !== null && value !== '' && value !== usual) query.set(name, value);
  };
  put('q', address.search);
  put('coordinator', address.coordinator);
  put('year', address.year);
  put('crime', address.crimeType);
  if (address.operation !== null) {
    put('map', address.evidence);
    put('measure', address.mapped);
    put('country', address.country);
    put('records', address.records);
    put('of', address.recordsCountry);
    put('sort', address.sort);
    put('figure', address.figure);
  }
  put('lang', address.language, 'en');
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Opening another operation starts with nothing opened inside it. */
export function atOperation(operation: string | null): Partial<Address> {
  return { operation, figure: null, evidence: null, mapped: null, country: null, records: null, recordsCountry: null, sort: null };
}

function oneOf<Choice extends string>(choices: readonly Choice[], text: string | null): Choice | null {
  return choices.find((choice) => choice === text) ?? null;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
