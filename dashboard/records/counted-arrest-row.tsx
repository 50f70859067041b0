import type { JSX } from 'preact';
import type { CountedRecord } from '../api/tally-documents.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { COUNTED_COLUMNS, CountedCells } from './counted-cells.js';

export const COUNTED_ARREST_COLUMNS: readonly MessageKey[] = ['form.day', 'records.country', 'records.crimeType', 'records.role', ...COUNTED_COLUMNS];

export function CountedArrestRow({ record, place }: RowProps<CountedRecord>): JSX.Element {
  const { t, term, countryName } = useWords();
  return (
    <tr {...place}>
      <th scope="row"><time dateTime={record.day}>{record.day}</time></th>
      <td>{countryName(record.country)}</td>
      <td>{record.crimeType === null ? <NothingKnown reason={t('tallies.notRecorded')} /> : term(record.crimeType)}</td>
      <td>{record.role === null ? <NothingKnown reason={t('records.noRole')} /> : term(record.role)}</td>
      <CountedCells record={record} />
    </tr>
  );
}
