import type { JSX } from 'preact';
import { useWords } from '../language/language.js';
import { NothingKnown } from '../parts/nothing-known.js';

interface Named {
  readonly name: string;
}

/** Who acted; and, where it is another, who gave the record and keeps control of it. */
export function AgencyCell({ agency, originator }: { agency: Named | null; originator: Named | null }): JSX.Element {
  const { t } = useWords();
  const acting = agency ?? originator;
  if (acting === null) return <td><NothingKnown reason={t('records.noAgency')} /></td>;
  return (
    <td>
      {acting.name}
      {originator !== null && originator.name !== acting.name && <span class="cell-note">{originator.name}</span>}
    </td>
  );
}
