import type { JSX } from 'preact';
import type { Person, Withheld } from '../api/fragments.js';
import { useWords } from '../language/language.js';
import { HandlingLine } from '../parts/handling-line.js';
import { NothingKnown } from '../parts/nothing-known.js';
import { WithheldBar } from '../parts/withheld-bar.js';

interface PersonCellProps {
  readonly person: Person | null;
  readonly withheld: readonly Withheld[];
}

/** A person, or the bar that says why the person is not shown. */
export function PersonCell({ person, withheld }: PersonCellProps): JSX.Element {
  const { t, term, countryName, join } = useWords();
  return (
    <td class="person">
      {person !== null && (
        <>
          <strong>{person.name}</strong>{person.nameOriginal !== null && <span> {person.nameOriginal}</span>}
          <span class="person-facts">
            {[
              ...(person.birthDate === null ? [] : [t('records.born', { date: person.birthDate })]),
              ...(person.nationalities.length === 0 ? [] : [t('records.nationality', { countries: join(person.nationalities.map(countryName)) })]),
              ...(person.aliases.length === 0 ? [] : [t('records.alias', { names: join(person.aliases) })]),
              ...person.documents.map((document) => [term(document.type), document.country && countryName(document.country), document.number].filter(Boolean).join(' ')),
            ].join(' · ')}
          </span>
          <HandlingLine handling={person.handling} />
        </>
      )}
      {withheld.map((part) => <WithheldBar key={part.field} withheld={part} />)}
      {person === null && withheld.length === 0 && <NothingKnown reason={t('records.noPerson')} />}
    </td>
  );
}
