import type { JSX } from 'preact';
import type { Figure, Source } from '../api/fragments.js';
import { measureInWords } from '../format/figure-in-words.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { FigureValue } from './figure-value.js';
import { headlines, type Headline } from './headline-groups.js';
import { sourceNumber } from './source-number.js';
import { useReported } from './use-evidence.js';

/** What publications say about the whole operation. */
export function ReportedRow({ code, sources }: { code: string; sources: readonly Source[] }): JSX.Element {
  const { t } = useWords();
  const pages = useReported(code);
  return (
    <section class="evidence-row evidence-reported" aria-labelledby="reported">
      <header><h2 id="reported">{t('evidence.reported')}</h2><p class="quiet">{t('evidence.reportedWhat')}</p></header>
      {pages.state === 'waiting' && <Waiting lines={4} />}
      {pages.state === 'failed' && <PartFailed failure={pages} />}
      {pages.state === 'answered' && <PartIncomplete faults={pages.faults} retry={pages.retry} />}
      {pages.state === 'answered' && <Headlines figures={pages.nodes} sources={sources} />}
    </section>
  );
}

function Headlines({ figures, sources }: { figures: readonly Figure[]; sources: readonly Source[] }): JSX.Element {
  const { t } = useWords();
  const { large, further } = headlines(figures);
  if (large.length === 0) return <p class="empty">{t('figures.none')}</p>;
  return (
    <div>
      <ul class="headlines">{large.map((headline) => <Card key={headline.figure.id} headline={headline} sources={sources} />)}</ul>
      {further.length > 0 && (
        <>
          <h3 class="further-head">{t('figures.further')}</h3>
          <ul class="further">{further.map((headline) => <Card key={headline.figure.id} headline={headline} sources={sources} />)}</ul>
        </>
      )}
    </div>
  );
}

function Card({ headline: { figure, narrower }, sources }: { headline: Headline; sources: readonly Source[] }): JSX.Element {
  const words = useWords();
  return (
    <li class="headline">
      <FigureValue figure={figure} length="short" sourceNumber={sourceNumber(figure.source, sources)} />
      <p class="headline-measure">{measureInWords(figure, words)}</p>
      {figure.note !== null && <p class="headline-note">{figure.note}</p>}
      {narrower.length > 0 && (
        <ul class="narrower" aria-label={words.t('figures.parts')}>
          {narrower.map((part) => (
            <li key={part.id}>
              <FigureValue figure={part} length="short" sourceNumber={sourceNumber(part.source, sources)} />{' '}
              <span>{part.assetClass === null ? '' : words.term(part.assetClass).toLocaleLowerCase(words.locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
