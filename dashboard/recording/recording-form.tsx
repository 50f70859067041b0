import type { FunctionComponent, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Outcome } from '../api/recording-documents.js';
import type { TadaDocumentNode } from '../api/graphql.js';
import { atDesk, type RecordKind } from '../address/address.js';
import { Link } from '../address/link.js';
import { FaultSummary } from '../fields/fault-summary.js';
import { FormFaults } from '../fields/form-faults.js';
import { useWords } from '../language/language.js';
import { useTitle } from '../parts/use-title.js';
import type { ActionDraft } from './action-draft.js';
import { useDraft } from './drafts.js';
import type { KindFieldsProps } from './kind-fields.js';
import type { Missing } from './missing.js';
import { ReceiptPanel } from './receipt-panel.js';
import type { Choices } from './use-choices.js';
import { useRecording, type Recording } from './use-recording.js';

interface RecordingFormProps<Draft, Data, Input> {
  readonly kind: RecordKind;
  readonly draftKey: string;
  readonly empty: Draft;
  readonly choices: Choices;
  readonly document: TadaDocumentNode<Data, { input: Input }>;
  readonly pick: (data: Data) => Outcome;
  readonly Fields: FunctionComponent<KindFieldsProps<Draft>>;
  readonly missing: (draft: Draft) => readonly Missing[];
  readonly input: (draft: Draft) => Input;
  /** What a further record takes over from this one. */
  readonly next: (draft: Draft) => Draft;
}

/** One form: filled in, sent, and answered with faults at their fields or with a receipt. Nothing typed is lost in between. */
export function RecordingForm<Draft extends ActionDraft, Data, Input>(props: RecordingFormProps<Draft, Data, Input>): JSX.Element {
  const { kind, draftKey, empty, choices, document, pick, Fields, missing, input, next } = props;
  const { t } = useWords();
  const { draft, kept, keep, drop } = useDraft(draftKey, empty);
  const { recording, send, reopen } = useRecording({ document, pick });
  const recorded = recording.state === 'recorded';
  const sent = useRef(draft);
  useEffect(() => {
    if (recorded) drop();
  }, [recorded]);
  const faulty = recording.state === 'faulty';
  useTitle(faulty ? t('form.faultyTitle', { title: t(`form.title.${kind}`) }) : t(`form.title.${kind}`));

  if (recording.state === 'recorded') {
    const again = (): void => {
      keep(next(sent.current));
      reopen();
    };
    return <ReceiptPanel kind={kind} accepted={recording.accepted} again={again} />;
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sent.current = draft;
        send(missing(draft), () => input(draft));
      }}
    >
      <p class="quiet">{t('form.required')}</p>
      {kept && recording.state === 'open' && (
        <p class="kept">{t('form.kept')} <button type="button" class="plain" onClick={drop}>{t('form.startAnew')}</button></p>
      )}
      {faulty && <FaultSummary faults={recording.faults} />}
      <FormFaults.Provider value={faulty ? recording.faults : []}>
        <Fields draft={draft} onChange={keep} choices={choices} />
      </FormFaults.Provider>
      <Answer recording={recording} kind={kind} />
      <div class="form-end">
        <button type="submit" class="primary" aria-disabled={recording.state === 'sending'}>
          {recording.state === 'sending' ? t('form.sending') : t(`form.send.${kind}`)}
        </button>
        <p class="quiet">{t('form.repeatSafe')}</p>
      </div>
    </form>
  );
}

/** An answer that no field can mend, where the officer is looking: beside the button. */
function Answer({ recording, kind }: { recording: Recording; kind: RecordKind }): JSX.Element | null {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [recording]);
  switch (recording.state) {
    case 'conflict':
      return (
        <div class="part-failed" role="alert" tabIndex={-1} ref={place}>
          <h2>{t('form.conflict')}</h2>
          <p lang="en">{recording.message}</p>
          <p>{t('form.conflictWayOut')} <Link to={atDesk('given', kind)}>{t('form.conflictLook')}</Link></p>
        </div>
      );
    case 'refused':
      return <div class="part-failed" role="alert" tabIndex={-1} ref={place}><h2>{t('form.refused')}</h2><p lang="en">{recording.message}</p></div>;
    case 'unknown':
      return (
        <div class="part-failed" role="alert" tabIndex={-1} ref={place}>
          <h2>{t(recording.code === 'UNAUTHENTICATED' ? 'form.signInRanOut' : 'form.unknown')}</h2>
          {recording.message !== '' && <p lang="en">{recording.message}</p>}
          <p>{t('form.unknownWayOut')}</p>
        </div>
      );
    case 'open':
    case 'sending':
    case 'faulty':
    case 'recorded':
      return null;
  }
}
