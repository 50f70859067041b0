import type { JSX } from 'preact';
import { VIEWER } from '../api/documents.js';
import { RECORD_ARREST, RECORD_ASSET, RECORD_RESCUE } from '../api/recording-documents.js';
import { useAnswer } from '../api/use-answer.js';
import { atForm, atOperation, RECORD_KINDS } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { PartFailed, Waiting } from '../parts/part-state.js';
import { useTitle } from '../parts/use-title.js';
import { ArrestFields } from './arrest-fields.js';
import { arrestInput, missingInArrest, nextArrest, NO_ARREST } from './arrest-draft.js';
import { AssetFields } from './asset-fields.js';
import { assetInput, missingInAsset, nextAsset, NO_ASSET } from './asset-draft.js';
import { RecordingForm } from './recording-form.js';
import { RescueFields } from './rescue-fields.js';
import { missingInRescue, nextRescue, NO_RESCUE, rescueInput } from './rescue-draft.js';
import { useChoices } from './use-choices.js';

/** Where an officer records what an action brought. */
export function RecordingPage(): JSX.Element {
  const { t } = useWords();
  const { address } = useAddress();
  const kind = address.recording ?? 'arrests';
  useTitle(t(`form.title.${kind}`));
  return (
    <main class="recording" id="content" tabIndex={-1}>
      <Link to={atOperation(address.operation)} class="back-link">‹ {address.operation ?? t('list.back')}</Link>
      <h1>{t(`form.title.${kind}`)}</h1>
      <nav class="kinds" aria-label={t('form.kinds')}>
        {RECORD_KINDS.map((choice) => (
          <Link key={choice} to={atForm(choice, address.operation)} current={choice === kind}>{t(`counted.one.${choice}`)}</Link>
        ))}
      </nav>
      <Allowed />
    </main>
  );
}

/** Who may not record is told before anything is filled in; the exchange decides when it is sent. */
function Allowed(): JSX.Element {
  const { t } = useWords();
  const asked = useAnswer(VIEWER, {});
  if (asked.state === 'waiting') return <Waiting lines={12} />;
  if (asked.state === 'failed') return <PartFailed failure={asked} />;
  const { subject, organisation, roles, maxTlp } = asked.data.viewer;
  if (!roles.includes('contributor') || maxTlp !== 'RED') {
    return <div class="empty"><p>{t('form.notAllowed')}</p><p class="quiet">{t(maxTlp === 'RED' ? 'form.needsRole' : 'form.needsNoCeiling')}</p></div>;
  }
  return <Form viewer={`${subject} ${organisation?.code ?? ''}`} />;
}

function Form({ viewer }: { viewer: string }): JSX.Element {
  const { address } = useAddress();
  const choices = useChoices();
  if (choices === null) return <Waiting lines={12} />;
  if ('state' in choices) return <PartFailed failure={choices} />;
  const kind = address.recording ?? 'arrests';
  const draftKey = `${kind} ${viewer}`;
  const operation = address.operation ?? '';
  switch (kind) {
    case 'arrests':
      return (
        <RecordingForm
          key={draftKey} kind={kind} draftKey={draftKey} empty={{ ...NO_ARREST, operation }} choices={choices}
          document={RECORD_ARREST} pick={(data) => data.recordArrest}
          Fields={ArrestFields} missing={missingInArrest} input={arrestInput} next={nextArrest}
        />
      );
    case 'rescues':
      return (
        <RecordingForm
          key={draftKey} kind={kind} draftKey={draftKey} empty={{ ...NO_RESCUE, operation }} choices={choices}
          document={RECORD_RESCUE} pick={(data) => data.recordRescue}
          Fields={RescueFields} missing={missingInRescue} input={rescueInput} next={nextRescue}
        />
      );
    case 'assets':
      return (
        <RecordingForm
          key={draftKey} kind={kind} draftKey={draftKey} empty={{ ...NO_ASSET, operation }} choices={choices}
          document={RECORD_ASSET} pick={(data) => data.recordAsset}
          Fields={AssetFields} missing={missingInAsset} input={assetInput} next={nextAsset}
        />
      );
  }
}
