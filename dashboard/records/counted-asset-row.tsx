import type { JSX } from 'preact';
import type { CountedAsset } from '../api/tally-documents.js';
import { sumInWords } from '../format/sum-in-words.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { COUNTED_COLUMNS, CountedCells } from './counted-cells.js';

export const COUNTED_ASSET_COLUMNS: readonly MessageKey[] = ['form.day', 'records.country', 'records.kind', 'records.custody', 'records.value', ...COUNTED_COLUMNS];

export function CountedAssetRow({ record, place }: RowProps<CountedAsset>): JSX.Element {
  const words = useWords();
  const { t, term, countryName, join } = words;
  return (
    <tr {...place}>
      <th scope="row"><time dateTime={record.day}>{record.day}</time></th>
      <td>{countryName(record.country)}</td>
      <td>{term(record.kind)}</td>
      <td>{join(record.parts.map(({ custodyState }) => term(custodyState)))}</td>
      <td class="numeric">{record.amount === null ? <NothingKnown reason={t('records.noValue')} /> : sumInWords(record.amount, words)}</td>
      <CountedCells record={record} />
    </tr>
  );
}
