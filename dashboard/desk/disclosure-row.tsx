import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Disclosure } from '../api/desk-documents.js';
import { formatDecimal } from '../format/decimal.js';
import { instant } from '../format/dates.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { RecordName } from './record-name.js';

export const DISCLOSURE_COLUMNS: readonly MessageKey[] = ['desk.at', 'desk.reader', 'desk.purpose', 'desk.shown', 'desk.counted'];

/** Names are asked for one by one, so only the first are. */
const MOST_NAMED = 20;

export function DisclosureRow({ record, place }: RowProps<Disclosure>): JSX.Element {
  const { t, term, countryName, locale } = useWords();
  const { at, reader, subject, purpose, caseReference, recordIds, counted } = record;
  return (
    <tr {...place}>
      <th scope="row"><time dateTime={at}>{instant(at)}</time></th>
      <td>
        <strong>{reader?.name ?? t('desk.readerUnseen')}</strong>
        {reader?.country && <span> {countryName(reader.country)}</span>}
        <span class="cell-note">{subject}</span>
      </td>
      <td>
        {purpose === null ? <NothingKnown reason={t('desk.noPurposeStated')} /> : term(purpose)}
        {caseReference !== null && <span class="cell-note">{caseReference}</span>}
      </td>
      <td>{recordIds.length === 0 ? <NothingKnown reason={t('desk.shownNone')} /> : <Shown ids={recordIds} />}</td>
      <td class="numeric">{counted === 0 ? <NothingKnown reason={t('desk.countedNone')} /> : formatDecimal(String(counted), locale)}</td>
    </tr>
  );
}

function Shown({ ids }: { ids: readonly string[] }): JSX.Element {
  const { t, locale } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('desk.shownCount', { count: formatDecimal(String(ids.length), locale) })}</summary>
      {open && (
        <ul class="shown-records">
          {ids.slice(0, MOST_NAMED).map((id) => <li key={id}><RecordName id={id} /></li>)}
          {ids.length > MOST_NAMED && <li>{t('desk.more', { count: formatDecimal(String(ids.length - MOST_NAMED), locale) })}</li>}
        </ul>
      )}
    </details>
  );
}
