import type { JSX } from 'preact';
import type { Arrest } from '../api/fragments.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { HandlingLine } from '../parts/handling-line.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { AgencyCell } from './agency-cell.js';
import { PersonCell } from './person-cell.js';

export const ARREST_COLUMNS: readonly MessageKey[] = [
  'records.referenceAndDay', 'records.country', 'records.agency', 'records.crimeType', 'records.role', 'records.person', 'records.handling',
];

export function ArrestRow({ record, place }: RowProps<Arrest>): JSX.Element {
  const { t, term, countryName, join } = useWords();
  const { countriesOfCommission: commission, countriesOfVictims: victims, evaluation } = record;
  return (
    <tr {...place}>
      <th scope="row">{record.reference}<time dateTime={record.day}>{record.day}</time></th>
      <td class="place">
        {countryName(record.country)}
        {commission.length > 0 && <span class="cell-note">{t('records.commission', { countries: join(commission.map(countryName)) })}</span>}
        {victims.length > 0 && <span class="cell-note">{t('records.victims', { countries: join(victims.map(countryName)) })}</span>}
      </td>
      <AgencyCell agency={record.agency} originator={record.originator} />
      <td>
        {term(record.crimeType)}
        {[...record.furtherCrimeTypes, ...record.methods, ...record.contactModes].length > 0 && (
          <span class="cell-note">{[...record.furtherCrimeTypes, ...record.methods, ...record.contactModes].map(term).join(', ')}</span>
        )}
      </td>
      <td>{record.role === null ? <NothingKnown reason={t('records.noRole')} /> : term(record.role)}</td>
      <PersonCell person={record.suspect} withheld={record.withheld} />
      <td>
        <HandlingLine handling={record.handling} />
        {evaluation !== null && (
          <span class="cell-note" title={t('records.evaluationHint', { source: evaluation.source, information: evaluation.information })}>
            {t('records.evaluation')} {evaluation.source}{evaluation.information}
          </span>
        )}
      </td>
    </tr>
  );
}
