import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../language/language.js';
import { fieldId, fieldOf, type Fault } from './form-faults.js';

/** All that is wrong, at the head of the form; each line leads to the field where it can be mended. */
export function FaultSummary({ faults }: { faults: readonly Fault[] }): JSX.Element {
  const { t } = useWords();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [faults]);
  return (
    <div class="fault-summary" role="alert" tabIndex={-1} ref={summary} aria-labelledby="fault-summary">
      <h2 id="fault-summary">{t('form.problem')}</h2>
      <p>{t('form.nothingRecorded')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.path + fault.message}>
            <a
              href={`#${fieldId(fault.path)}`} lang={fault.language}
              onClick={(event) => {
                // The address of the page is its own: only the focus moves.
                event.preventDefault();
                fieldOf(fault.path)?.focus();
              }}
            >
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
