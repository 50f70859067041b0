import type { ComponentChildren, JSX } from 'preact';
import { useWords } from '../language/language.js';

/** The table that holds what the chart above it shows; open from the start, because its numbers are the doors. */
export function TwinTable({ children }: { children: ComponentChildren }): JSX.Element {
  const { t } = useWords();
  return (
    <details class="twin-table" open>
      <summary>{t('tallies.asTable')}</summary>
      {children}
    </details>
  );
}
