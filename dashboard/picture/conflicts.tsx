import type { JSX } from 'preact';
import type { Operation } from '../api/documents.js';
import { formatDecimal } from '../format/decimal.js';
import { mentionedPlace } from '../format/mentioned-place.js';
import { useWords } from '../language/language.js';
import { Section } from '../parts/section.js';

/** Values that sources state differently, side by side and none preferred. */
export function Conflicts({ conflicts }: { conflicts: Operation['conflicts'] }): JSX.Element | null {
  const { t, term, countryName, locale } = useWords();
  if (conflicts.length === 0) return null;
  return (
    <Section title={t('conflicts.title')} why={t('conflicts.why')} class="conflicts">
      {conflicts.map((conflict) => (
        <div class="conflict" key={`${conflict.measure.code} ${conflict.country?.code}`}>
          <h3>{term(conflict.measure)} <span class="quiet">{conflict.country === null ? t('conflicts.whole') : countryName(mentionedPlace(conflict.country))}</span></h3>
          <ul class="conflict-values">{conflict.values.map((value) => <li key={value}>{formatDecimal(value, locale)}</li>)}</ul>
          {conflict.note !== null && <p>{conflict.note}</p>}
        </div>
      ))}
    </Section>
  );
}
