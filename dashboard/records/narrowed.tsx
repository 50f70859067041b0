import type { JSX } from 'preact';
import { NARROWED_BY, NOT_RECORDED, type NarrowedBy, type Narrowing } from '../address/narrowing.js';
import { useWords } from '../language/language.js';
import { useCodeTerms } from './use-code-terms.js';

interface NarrowedProps {
  readonly narrowed: Narrowing;
  readonly onChange: (narrowed: Narrowing) => void;
}

/** To which rows of a tally the list is narrowed; each can be taken out again. The country has a choice of its own. */
export function Narrowed({ narrowed, onChange }: NarrowedProps): JSX.Element | null {
  const { t } = useWords();
  const inWords = useCodeTerms();
  const rows = NARROWED_BY.flatMap((by) => {
    const value = narrowed[by];
    return by === 'country' || value === null ? [] : [{ by, name: value === NOT_RECORDED ? t('tallies.notRecorded') : inWords(by, value) }];
  });
  if (rows.length === 0) return null;
  const takeOut = (by: NarrowedBy): void => onChange({ ...narrowed, [by]: null });
  return (
    <ul class="chosen" aria-label={t('records.narrowed')}>
      {rows.map(({ by, name }) => (
        <li key={by}>
          <span class="quiet">{t(`narrowed.${by}`)}</span> {name}
          <button type="button" class="plain" aria-label={t('form.remove', { what: name })} onClick={() => takeOut(by)}>×</button>
        </li>
      ))}
    </ul>
  );
}
