import type { JSX } from 'preact';
import type { CountedRecord } from '../api/tally-documents.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { COUNTED_COLUMNS, CountedCells } from './counted-cells.js';

export const COUNTED_RESCUE_COLUMNS: readonly MessageKey[] = ['form.day', 'records.country', 'records.victimState', ...COUNTED_COLUMNS];

export function CountedRescueRow({ record, place }: RowProps<CountedRecord>): JSX.Element {
  const { t, term, countryName } = useWords();
  return (
    <tr {...place}>
      <th scope="row"><time dateTime={record.day}>{record.day}</time></th>
      <td>{countryName(record.country)}</td>
      <td>{record.victimState === null ? <NothingKnown reason={t('tallies.notRecorded')} /> : term(record.victimState)}</td>
      <CountedCells record={record} />
    </tr>
  );
}
