import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { VIEWER, type ViewerIdentity } from '../api/documents.js';
import { useAnswer } from '../api/use-answer.js';
import { useWords } from '../language/language.js';
import { PartFailed } from '../parts/part-state.js';
import { TlpBadge } from '../parts/handling-line.js';
import { useSession } from '../session/session.js';

/** The viewer, the organisation, the purpose and the case; a change of any of them asks everything anew. */
export function ViewerPanel(): JSX.Element {
  const asked = useAnswer(VIEWER, {});
  const viewer = asked.state === 'answered' ? asked.data.viewer : null;
  const { t } = useWords();
  return (
    <>
      <div class="viewer" role="group" aria-label={t('viewer.label')}>
        <ViewerChoice viewer={viewer} />
        <div class="field viewer-organisation">
          <span class="field-name">{t('viewer.organisation')}</span>
          <span class="field-text">
            {viewer === null ? '…' : (viewer.organisation?.name ?? '–')}
            {viewer !== null && <span class="viewer-ceiling"> {t('viewer.ceiling')} <TlpBadge tlp={viewer.maxTlp} /></span>}
          </span>
        </div>
        <PurposeFields viewer={viewer} />
      </div>
      {asked.state === 'failed' && <PartFailed failure={asked} />}
      {viewer !== null && viewer.notice !== '' && <p class="notice">{viewer.notice}</p>}
    </>
  );
}

function ViewerChoice({ viewer }: { viewer: ViewerIdentity | null }): JSX.Element {
  const { t } = useWords();
  const { signIns, person, signIn, signOut } = useSession();
  if (signIns.length === 0) {
    return (
      <div class="field">
        <span class="field-name">{t('viewer.label')}</span>
        <span class="field-text">
          {viewer?.subject ?? '…'} <button type="button" class="plain" onClick={signOut}>{t('viewer.leave')}</button>
        </span>
      </div>
    );
  }
  return (
    <label class="field">
      <span class="field-name">{t('viewer.label')}</span>
      <select value={person?.signIn ?? ''} onChange={(event) => { signIn({ signIn: event.currentTarget.value }); }}>
        {signIns.map((choice) => (
          <option key={choice.name} value={choice.name}>{`${choice.displayName} (${choice.name})`}</option>
        ))}
      </select>
    </label>
  );
}

function PurposeFields({ viewer }: { viewer: ViewerIdentity | null }): JSX.Element {
  const { t, term } = useWords();
  const { person, state } = useSession();
  const purpose = person?.purpose ?? null;
  const caseReference = person?.caseReference ?? null;
  const [typed, setTyped] = useState(caseReference ?? '');
  useEffect(() => setTyped(caseReference ?? ''), [person?.signIn, person?.token, caseReference]);
  const stateCase = (): void => {
    const stated = typed.trim() === '' ? null : typed.trim();
    if (stated !== caseReference) state(purpose, stated);
  };
  const caseMissing = purpose !== null && caseReference === null;
  const purposes = viewer?.purposes ?? [];
  return (
    <>
      <label class="field">
        <span class="field-name">{t('viewer.purpose')}</span>
        <select value={purpose ?? ''} onChange={(event) => state(event.currentTarget.value || null, caseReference)}>
          <option value="">{t('viewer.noPurpose')}</option>
          {purpose !== null && !purposes.some((choice) => choice.code === purpose) && <option value={purpose}>{purpose}</option>}
          {purposes.map((choice) => <option key={choice.code} value={choice.code}>{term(choice)}</option>)}
        </select>
      </label>
      <label class="field field-case">
        <span class="field-name">{t('viewer.case')}</span>
        <input
          type="text"
          autocomplete="off"
          maxLength={100}
          value={typed}
          aria-describedby={caseMissing ? 'case-needed' : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={stateCase}
          onKeyDown={(event) => event.key === 'Enter' && stateCase()}
        />
      </label>
      {caseMissing && <p class="case-needed" id="case-needed">{t('viewer.caseNeeded')}</p>}
    </>
  );
}
