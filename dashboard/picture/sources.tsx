import type { JSX } from 'preact';
import type { Source } from '../api/fragments.js';
import { useWords } from '../language/language.js';
import { Section } from '../parts/section.js';

export function Sources({ sources, confidence }: { sources: readonly Source[]; confidence: string | null }): JSX.Element {
  const { t } = useWords();
  return (
    <Section title={t('sources.title')} {...(confidence !== null && { why: t('picture.confidence', { level: confidence }) })}>
      {sources.length === 0
        ? <p class="empty">{t('sources.none')}</p>
        : <ol class="sources">{sources.map((source) => <li key={source.title}><SourceEntry source={source} /></li>)}</ol>}
    </Section>
  );
}

export function SourceEntry({ source }: { source: Source }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="source">
      <cite>{linkable(source.url) ? <a href={source.url} rel="noreferrer noopener" target="_blank">{source.title}</a> : source.title}</cite>
      <p class="quiet">{source.publisher} · {source.date === null ? t('figure.undated') : t('figure.dated', { date: source.date })}</p>
      {source.states.length > 0 && (
        <ul class="states" aria-label={t('figure.states')}>{source.states.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      )}
    </div>
  );
}

/** An address is data from an import: only the web's own schemes become links, never `javascript:`. */
function linkable(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
