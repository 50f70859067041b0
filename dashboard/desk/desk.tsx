import type { JSX } from 'preact';
import { VIEWER } from '../api/documents.js';
import { useAnswer } from '../api/use-answer.js';
import { atDesk, atForm, DESK_PARTS, RECORD_KINDS } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { PartFailed } from '../parts/part-state.js';
import { useTitle } from '../parts/use-title.js';
import { DeskRecords } from './desk-records.js';
import { Readers } from './readers.js';

/** What concerns the viewer's own organisation: what it gave, who read it, what others released to it. */
export function Desk(): JSX.Element {
  const { t } = useWords();
  const { address } = useAddress();
  const asked = useAnswer(VIEWER, {});
  const viewer = asked.state === 'answered' ? asked.data.viewer : null;
  const part = address.desk ?? 'given';
  useTitle(t('desk.title'));
  return (
    <main class="desk" id="content" tabIndex={-1}>
      <h1>{viewer?.organisation ? t('desk.of', { organisation: viewer.organisation.name }) : t('desk.title')}</h1>
      {asked.state === 'failed' && <PartFailed failure={asked} />}
      {viewer?.roles.includes('contributor') === true && (
        <p class="desk-record">
          {t('desk.record')}
          {RECORD_KINDS.map((kind) => <Link key={kind} to={atForm(kind, null)}>{t(`counted.one.${kind}`)}</Link>)}
        </p>
      )}
      <nav class="kinds" aria-label={t('desk.parts')}>
        {DESK_PARTS.map((choice) => <Link key={choice} to={atDesk(choice)} current={choice === part}>{t(`desk.${choice}`)}</Link>)}
      </nav>
      <p class="quiet">{t(`desk.${part}Why`)}</p>
      {part === 'given' && <DeskRecords which="given" />}
      {part === 'readers' && <Readers viewer={viewer} />}
      {part === 'released' && <Released purposeStated={viewer?.purpose !== null} />}
    </main>
  );
}

function Released({ purposeStated }: { purposeStated: boolean }): JSX.Element {
  const { t } = useWords();
  return purposeStated ? <DeskRecords which="released" /> : <p class="empty">{t('desk.releasedPurpose')}</p>;
}
