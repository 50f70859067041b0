import type { JSX } from 'preact';
import { useWords } from '../language/language.js';

/** How the numbers come about, as the exchange says it. */
export function Rule({ rule }: { rule: string }): JSX.Element {
  const { t } = useWords();
  return (
    <details class="rule">
      <summary>{t('tallies.rule')}</summary>
      <p lang="en">{rule}</p>
    </details>
  );
}
