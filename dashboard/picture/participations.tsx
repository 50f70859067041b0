import type { JSX } from 'preact';
import { PARTICIPATIONS } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { Section } from '../parts/section.js';

export function Participations({ code }: { code: string }): JSX.Element {
  const { t } = useWords();
  const pages = usePages({ document: PARTICIPATIONS, variables: { code }, pick: (data) => data.operation?.participations, pageSize: 50 });
  return (
    <Section title={t('parts.title')}>
      {pages.state === 'waiting' && <Waiting lines={4} />}
      {pages.state === 'failed' && <PartFailed failure={pages} />}
      {pages.state === 'answered' && (
        <>
          <PartIncomplete faults={pages.faults} retry={pages.retry} />
          {pages.nodes.length === 0 && <p class="empty">{t('parts.none')}</p>}
          <ul class="participations">
            {pages.nodes.map((taking) => (
              <li key={taking.id} class={taking.endedAt === null ? undefined : 'ended'}>
                <strong>{taking.organisation?.name ?? t('parts.unknown')}</strong>{' '}
                <span class="quiet">
                  {[
                    t(`parts.${taking.role}`),
                    ...(taking.founding ? [t('parts.founding')] : []),
                    t('parts.joined', { date: taking.joinedAt.slice(0, 10) }),
                    ...(taking.endedAt === null ? [] : [t('parts.ended', { date: taking.endedAt.slice(0, 10) })]),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {pages.more !== null && <button type="button" disabled={pages.fetching} onClick={pages.more}>{t('list.more')}</button>}
        </>
      )}
    </Section>
  );
}
