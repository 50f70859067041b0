import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Operation } from '../api/documents.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { notNamedInWords } from '../map/not-named.js';
import { saveFile } from '../parts/save-file.js';
import { Section } from '../parts/section.js';
import { useArrowKeys } from '../parts/use-arrow-keys.js';
import { CountryTableRow, SharedTableRow } from './country-table-row.js';
import { figuresAsCsv } from './country-csv.js';
import { sortRows, type CountryRow, type SharedRow, type SortKey } from './country-rows.js';

interface CountryTableProps {
  readonly operation: Operation;
  readonly rows: readonly CountryRow[];
  readonly shared: readonly SharedRow[];
  readonly pointedAt: string | null;
  readonly onPoint: (country: string | null) => void;
}

const SORT_KEYS: readonly SortKey[] = ['country', 'arrests', 'rescues', 'counted-arrests', 'counted-rescues', 'counted-assets'];

/** Reported and counted stand in columns of their own, in every group. */
export function CountryTable({ operation, rows, shared, pointedAt, onPoint }: CountryTableProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { address } = useAddress();
  const { key, descending } = readSort(address.sort);
  const table = useRef<HTMLTableElement>(null);
  useArrowKeys(table);
  const sorted = sortRows(rows, key, descending, words.countryName);
  const save = (): void => saveFile(`${operation.code.replaceAll('/', '-')}.csv`, 'text/csv;charset=utf-8', figuresAsCsv(sorted, shared));
  if (rows.length === 0) return <Section title={t('table.title')}><p class="empty">{t('table.empty')}</p></Section>;
  return (
    <Section title={t('table.title')} why={t('table.never')} class="part-table" aside={<button type="button" onClick={save}>{t('table.csv')}</button>}>
      <div class="scroll" role="region" aria-label={t('table.title')} tabIndex={0}>
        <table class="country-table" role="grid" ref={table} onMouseLeave={() => onPoint(null)} aria-description={t('table.keys')}>
          <thead>
            <tr>
              <SortHead sortKey="country" rowSpan={2} label={t('table.country')} />
              <th colSpan={2} scope="colgroup">{t('table.arrests')}</th>
              <th colSpan={2} scope="colgroup">{t('table.rescues')}</th>
              <th colSpan={2} scope="colgroup">{t('table.seizures')}</th>
              <th scope="colgroup">{t('table.other')}</th>
            </tr>
            <tr>
              <SortHead sortKey="arrests" label={t('evidence.reported')} group={t('table.arrests')} class="reported" />
              <SortHead sortKey="counted-arrests" label={t('evidence.counted')} group={t('table.arrests')} class="counted" />
              <SortHead sortKey="rescues" label={t('evidence.reported')} group={t('table.rescues')} class="reported" />
              <SortHead sortKey="counted-rescues" label={t('evidence.counted')} group={t('table.rescues')} class="counted" />
              <th scope="col" class="reported">{t('evidence.reported')}</th>
              <SortHead sortKey="counted-assets" label={t('evidence.counted')} group={t('table.seizures')} class="counted" />
              <th scope="col" class="reported">{t('evidence.reported')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <CountryTableRow
                key={row.country.code} row={row} sources={operation.sources}
                pointedAt={row.country.code === pointedAt} selected={row.country.code === address.country} onPoint={onPoint}
              />
            ))}
            {shared.map((row) => <SharedTableRow key={row.countries.map((country) => country.code).join()} row={row} sources={operation.sources} />)}
          </tbody>
          <tfoot><tr><td colSpan={8} class="quiet">{notNamedInWords(operation.countryCount, words)}</td></tr></tfoot>
        </table>
      </div>
    </Section>
  );
}

function SortHead(props: { sortKey: SortKey; label: string; group?: string; rowSpan?: number; class?: string }): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  const { key, descending } = readSort(address.sort);
  const sorted = key === props.sortKey;
  // Names are wanted from A, numbers from the largest.
  const next = sorted ? !descending : props.sortKey !== 'country';
  const column = props.group === undefined ? props.label : `${props.group}, ${props.label}`;
  return (
    <th scope="col" rowSpan={props.rowSpan} class={props.class} aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button" class="sort" aria-label={`${column}: ${t('table.sortBy', { column })}`}
        onClick={() => adjust({ sort: `${next ? '-' : ''}${props.sortKey}` })}
      >
        {props.label}<span class="sort-mark" aria-hidden="true">{sorted ? (descending ? '▾' : '▴') : ''}</span>
      </button>
    </th>
  );
}

function readSort(text: string | null): { readonly key: SortKey; readonly descending: boolean } {
  const descending = text?.startsWith('-') ?? false;
  const key = SORT_KEYS.find((candidate) => candidate === text?.replace(/^-/, ''));
  return key === undefined ? { key: 'country', descending: false } : { key, descending };
}
