import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Figure } from '../api/fragments.js';
import { useAddress } from '../address/use-address.js';
import { formatDecimal } from '../format/decimal.js';
import { instant } from '../format/dates.js';
import { figureInWords, inOneLine, measureInWords } from '../format/figure-in-words.js';
import { mentionedPlace } from '../format/mentioned-place.js';
import { useWords } from '../language/language.js';
import { HandlingLine } from '../parts/handling-line.js';
import { SourceEntry } from './sources.js';
import { useReported } from './use-evidence.js';

/** Where a figure comes from: opened by the figure, closed by Escape, the button, or going back. */
export function FigurePanel({ code }: { code: string }): JSX.Element | null {
  const { address, leave } = useAddress();
  const pages = useReported(code);
  const dialog = useRef<HTMLDialogElement>(null);
  const open = address.figure !== null && pages.state === 'answered';
  const gone = useRef(false);
  useEffect(() => {
    if (!open) return undefined;
    const shown = dialog.current;
    gone.current = false;
    shown?.showModal();
    return () => {
      // Closing returns the focus to the figure that opened the panel.
      gone.current = true;
      shown?.close();
    };
  }, [open]);
  const { t } = useWords();
  if (!open) return null;
  const figure = pages.nodes.find((candidate) => candidate.id === address.figure);
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      class="panel"
      ref={dialog}
      aria-labelledby="figure-title"
      onClose={() => !gone.current && leave({ figure: null })}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div class="panel-body">
        <button type="button" class="panel-close" onClick={close}>{t('figure.close')}</button>
        {figure === undefined ? <h2 id="figure-title">{t('figure.gone')}</h2> : <Details figure={figure} />}
      </div>
    </dialog>
  );
}

function Details({ figure }: { figure: Figure }): JSX.Element {
  const words = useWords();
  const { t, term, countryName, join } = words;
  return (
    <>
      <p class="quiet">{figure.countries.length === 0 ? t('figure.wholeOperation') : join(figure.countries.map(mentionedPlace).map(countryName))}</p>
      <h2 id="figure-title">{measureInWords(figure, words)}</h2>
      <p class="panel-number">{inOneLine(figureInWords(figure, words, 'full'))}</p>
      <dl class="facts">
        <Fact name={t('figure.qualifier')}>{term(figure.qualifier)}</Fact>
        <Fact name={t('figure.bounds')}>{boundsInWords(figure, words)}</Fact>
        {figure.currencyCode !== null && (
          <Fact name={t('figure.currency')}>{[figure.currencyCode, figure.currency?.name].filter(Boolean).join(', ')}</Fact>
        )}
        {figure.meaning !== null && <Fact name={t('figure.meaning')}>{term(figure.meaning)}</Fact>}
        {figure.assetClass !== null && <Fact name={t('figure.assetClass')}>{term(figure.assetClass)}</Fact>}
        {figure.note !== null && <Fact name={t('figure.note')}>{figure.note}</Fact>}
        <Fact name={t('figure.reportedBy')}>{figure.reportedBy?.name ?? '–'}</Fact>
        <Fact name={t('picture.handling')}><HandlingLine handling={figure.handling} /></Fact>
      </dl>
      <h3>{t('figure.source')}</h3>
      {figure.source === null ? <p>{t('figure.noSource')}</p> : <SourceEntry source={figure.source} />}
      <h3>{t('figure.history')}</h3>
      {figure.history.length === 0 && <p>{t('figure.neverChanged')}</p>}
      <ol class="history">
        {[...figure.history].reverse().map((revision) => (
          <li key={revision.recordedAt}>
            <time dateTime={revision.recordedAt}>{instant(revision.recordedAt)}</time>{' '}
            <strong>{inOneLine(figureInWords({ ...revision, currencyCode: figure.currencyCode }, words, 'full'))}</strong>
            {revision.note !== null && <span class="quiet"> {revision.note}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function boundsInWords({ lower, upper }: Figure, { t, locale }: ReturnType<typeof useWords>): string {
  const least = lower === null ? null : formatDecimal(lower, locale);
  const most = upper === null ? null : formatDecimal(upper, locale);
  if (least !== null && most !== null) return least === most ? least : t('figure.between', { lower: least, upper: most });
  if (least !== null) return t('figure.atLeast', { lower: least });
  return most === null ? t('figure.notKnown') : t('figure.atMost', { upper: most });
}
