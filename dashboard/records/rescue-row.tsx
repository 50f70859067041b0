import type { JSX } from 'preact';
import type { Rescue } from '../api/fragments.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { HandlingLine } from '../parts/handling-line.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { AgencyCell } from './agency-cell.js';
import { PersonCell } from './person-cell.js';

export const RESCUE_COLUMNS: readonly MessageKey[] = [
  'records.referenceAndDay', 'records.country', 'records.agency', 'records.victimState', 'records.person', 'records.handling',
];

export function RescueRow({ record, place }: RowProps<Rescue>): JSX.Element {
  const { term, countryName } = useWords();
  return (
    <tr {...place}>
      <th scope="row">{record.reference}<time dateTime={record.day}>{record.day}</time></th>
      <td>{countryName(record.country)}</td>
      <AgencyCell agency={record.agency} originator={record.originator} />
      <td>{term(record.victimState)}</td>
      <PersonCell person={record.person} withheld={record.withheld} />
      <td><HandlingLine handling={record.handling} /></td>
    </tr>
  );
}
