import type { JSX } from 'preact';
import type { Figure } from '../api/fragments.js';
import { useAddress } from '../address/use-address.js';
import { figureInWords, inOneLine, measureInWords } from '../format/figure-in-words.js';
import { useWords } from '../language/language.js';
import { NothingKnown } from '../parts/nothing-known.js';
import { useShownHandling } from '../parts/handling-shown.js';

interface FigureValueProps {
  readonly figure: Figure;
  readonly length: 'short' | 'full';
  /** The number of the figure's source in the list of sources; null when it has none. */
  readonly sourceNumber: number | null;
  readonly inGrid?: boolean;
}

/** A number is a door: it opens its source, its note and its history. */
export function FigureValue({ figure, length, sourceNumber, inGrid = false }: FigureValueProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const { go } = useAddress();
  useShownHandling(figure.handling);
  if (figure.value === null) {
    const reason = figure.note === null ? t('figures.noNumber') : t('figures.noNumberNote', { note: figure.note });
    return <NothingKnown reason={reason} inGrid={inGrid} />;
  }
  const { before, number, after } = figureInWords(figure, words, length);
  return (
    <button
      type="button"
      class="figure"
      aria-haspopup="dialog"
      tabIndex={inGrid ? -1 : 0}
      data-cell={inGrid ? '' : undefined}
      data-figure={figure.id}
      title={`${inOneLine(figureInWords(figure, words, 'full'))}: ${t('figures.open')}`}
      onClick={() => go({ figure: figure.id })}
    >
      {before !== '' && <span class="qualifier">{before} </span>}
      <span class="number">{number}</span>
      {after !== '' && <span class="qualifier"> {after}</span>}
      <SourceMark number={sourceNumber} />
      <span class="unseen"> {measureInWords(figure, words)}, {t('figures.open')}</span>
    </button>
  );
}

function SourceMark({ number }: { number: number | null }): JSX.Element | null {
  return number === null ? null : <sup class="source-mark">[{number}]</sup>;
}
