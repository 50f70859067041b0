import type { ComponentChildren, JSX } from 'preact';
import { useWords } from '../language/language.js';
import { FaultLines } from './fault-lines.js';
import { fieldId, useFaults } from './form-faults.js';

export interface FieldProps {
  /** The path of the field in the input of the exchange. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

/** What a control takes over so that label, hint and fault are read out with it. */
export interface Control {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldFrameProps extends FieldProps {
  /** Whether faults of what the field holds are shown here, too. */
  readonly below?: boolean;
  readonly children: (control: Control) => ComponentChildren;
}

/** A label, its hint, what is wrong, and the control, bound to each other. */
export function FieldFrame({ path, label, hint, optional = false, below = false, children }: FieldFrameProps): JSX.Element {
  const { t } = useWords();
  const faults = useFaults(path, below);
  const id = fieldId(path);
  const [hintId, faultId] = [`${id}-hint`, `${id}-fault`];
  const described = [hint === undefined ? '' : hintId, faults.length === 0 ? '' : faultId].filter((part) => part !== '').join(' ');
  return (
    <div class={faults.length === 0 ? 'form-field' : 'form-field form-field-faulty'}>
      <label for={id}>{label}{optional && <span class="quiet"> ({t('form.optional')})</span>}</label>
      {hint !== undefined && <p id={hintId} class="quiet">{hint}</p>}
      <FaultLines id={faultId} faults={faults} />
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': faults.length > 0 })}
    </div>
  );
}
