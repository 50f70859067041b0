import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { VIEWER } from '../api/documents.js';
import { useAnswer } from '../api/use-answer.js';
import { instant } from '../format/dates.js';
import { useWords } from '../language/language.js';
import { useStrictestShown } from '../parts/handling-shown.js';
import { useSession } from '../session/session.js';

/** Repeated at the head and foot of each printed sheet: how it must be handled, when and by whom it was made. */
export function PrintFrame(): JSX.Element {
  const { t, term } = useWords();
  const handling = useStrictestShown();
  const asked = useAnswer(VIEWER, {});
  const viewer = asked.state === 'answered' ? asked.data.viewer : null;
  const { signIns, person } = useSession();
  const signedInAs = signIns.find((choice) => choice.name === person?.signIn)?.displayName;
  const foot = useRef<HTMLSpanElement>(null);
  const by = [signedInAs ?? viewer?.subject, viewer?.organisation?.name].filter(Boolean).join(', ');
  useEffect(() => {
    // The browser lays out the sheet right after this event: rendering later would print an old time.
    const stamp = (): void => {
      if (foot.current !== null) foot.current.textContent = t('print.at', { time: instant(new Date().toISOString()), viewer: by });
    };
    stamp();
    addEventListener('beforeprint', stamp);
    return () => removeEventListener('beforeprint', stamp);
  }, [t, by]);
  const purpose = viewer?.purpose ?? null;
  return (
    <>
      <div class="print-head" aria-hidden="true"><div class="print-line">{t('print.handling', { handling })}</div></div>
      <div class="print-foot" aria-hidden="true"><div class="print-line">
        <span>{t('print.handling', { handling })}</span> · <span ref={foot} /> ·{' '}
        {purpose === null ? t('print.noPurpose') : t('print.purpose', { purpose: term(purpose), case: viewer?.caseReference ?? '–' })}
      </div></div>
    </>
  );
}
