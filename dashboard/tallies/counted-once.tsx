import type { JSX } from 'preact';
import type { Sum } from '../api/fragments.js';
import { formatDecimal } from '../format/decimal.js';
import { sumInWords } from '../format/sum-in-words.js';
import { useWords } from '../language/language.js';

interface CountedOnceProps {
  readonly count: number | null;
  readonly countedOnce: number | null;
  readonly sums?: readonly Sum[];
}

/** The total beside the total: with each event once. Nothing where no two records are one event. */
export function CountedOnce({ count, countedOnce, sums = [] }: CountedOnceProps): JSX.Element | null {
  const words = useWords();
  const { t, locale, join } = words;
  if (count === null || countedOnce === null || count === countedOnce) return null;
  const number = (value: number): string => formatDecimal(String(value), locale);
  return (
    <p class="quiet">
      {t('tallies.once', { count: number(count), once: number(countedOnce) })}
      {sums.length > 0 && ` ${t('tallies.onceSums', { sums: join(sums.map((sum) => sumInWords(sum, words))) })}`}
    </p>
  );
}
