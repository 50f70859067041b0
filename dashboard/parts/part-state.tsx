import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Failure } from '../api/use-answer.js';
import { useWords } from '../language/language.js';
import { useSession } from '../session/session.js';

/** Holds the place of a part that is on its way, at about its final height, so that nothing jumps. */
export function Waiting({ lines }: { lines: number }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="waiting" role="status" aria-label={t('part.loading')}>
      {Array.from({ length: lines }, (_, line) => <div key={line} class="waiting-line" />)}
    </div>
  );
}

/** A part that failed says so in its own place; the rest of the page stays usable. */
export function PartFailed({ failure }: { failure: Failure }): JSX.Element {
  const { t } = useWords();
  const { refuse } = useSession();
  const refused = failure.code === 'UNAUTHENTICATED';
  useEffect(() => {
    if (refused) refuse();
  }, [refused]);
  return (
    <div class="part-failed" role="alert">
      <p>{failure.code === 'UNREACHABLE' ? t('part.unreachable') : t('part.failed')}</p>
      {failure.message !== '' && <p class="quiet">{failure.message}</p>}
      <button type="button" onClick={failure.retry}>{t('part.retry')}</button>
    </div>
  );
}

/** Some fields of a part could not be answered: what is there stands, and the reader is told. */
export function PartIncomplete({ faults, retry }: { faults: readonly string[]; retry: () => void }): JSX.Element | null {
  const { t } = useWords();
  if (faults.length === 0) return null;
  return (
    <div class="part-failed" role="alert">
      <p>{t('part.incomplete')} <span class="quiet">{faults.join(' ')}</span></p>
      <button type="button" onClick={retry}>{t('part.retry')}</button>
    </div>
  );
}
