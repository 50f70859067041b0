import type { Figure, Place } from '../api/fragments.js';
import { tlpInWords } from '../parts/handling-shown.js';
import type { CountryRow, Reported, SharedRow } from './country-rows.js';

const HEAD = [
  'evidence', 'countries', 'measure', 'meaning', 'asset_class', 'qualifier', 'value', 'currency', 'note', 'source', 'published', 'handling',
];

/**
 * The country table as one statement a line: reported and counted are told apart in the first column and
 * never share a number. A figure under H2 stays out, because it must not leave without its originator's word.
 */
export function figuresAsCsv(rows: readonly CountryRow[], shared: readonly SharedRow[]): string {
  const lines = [
    ...rows.flatMap((row) => [...reportedLines([row.country], row.reported), ...countedLines(row)]),
    ...shared.flatMap((row) => reportedLines(row.countries, row.reported)),
  ];
  return `\ufeff${[HEAD, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function reportedLines(countries: readonly Place[], reported: Reported): string[][] {
  return Object.values(reported).flat().filter((figure) => !figure.handling.codes.includes('H2')).map((figure: Figure) => [
    'reported', codes(countries), figure.measure.code, figure.meaning?.code ?? '', figure.assetClass?.code ?? '', figure.qualifier.code,
    figure.value ?? '', figure.currencyCode ?? '', figure.note ?? '', figure.source?.title ?? '', figure.source?.date ?? '',
    [tlpInWords(figure.handling.tlp), ...figure.handling.codes].join(' '),
  ]);
}

function countedLines({ country, counted }: CountryRow): string[][] {
  const line = (measure: string, value: string, currency = ''): string[] =>
    ['counted', codes([country]), measure, '', '', 'EXACT', value, currency, '', '', '', ''];
  const counts = [['ARRESTS', counted.arrests], ['RESCUES', counted.rescues], ['ASSETS', counted.assets]] as const;
  return [
    ...counts.flatMap(([measure, count]) => (count === null ? [] : [line(measure, String(count))])),
    ...counted.sums.map((sum) => line('ASSET_VALUE', sum.amount, sum.currency?.code ?? sum.network?.code ?? '')),
  ];
}

function codes(countries: readonly Place[]): string {
  return countries.map((country) => country.code).join(' ');
}

/** A spreadsheet would run a cell that begins like a formula, and notes and titles are written by others. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
