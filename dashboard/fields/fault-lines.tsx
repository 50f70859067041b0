import type { JSX } from 'preact';
import { useWords } from '../language/language.js';
import type { Fault } from './form-faults.js';

/** What is wrong, above the field that it is about. */
export function FaultLines({ id, faults }: { id: string; faults: readonly Fault[] }): JSX.Element | null {
  const { t } = useWords();
  if (faults.length === 0) return null;
  return (
    <div id={id} class="field-fault">
      {faults.map((fault) => <p key={fault.path + fault.message} lang={fault.language}><span class="unseen">{t('form.fault')} </span>{fault.message}</p>)}
    </div>
  );
}
