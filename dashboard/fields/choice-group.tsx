import type { ComponentChildren, JSX } from 'preact';
import { useWords } from '../language/language.js';
import { FaultLines } from './fault-lines.js';
import type { FieldProps } from './field-frame.js';
import { fieldId, useFaults } from './form-faults.js';

export interface ExplainedChoice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: string;
}

interface GroupProps extends FieldProps {
  readonly choices: readonly ExplainedChoice[];
}

/** One of a few, each explained. The first control carries the id, so that a fault leads to it. */
export function RadioGroup({ value, onChange, ...group }: GroupProps & { value: string; onChange: (value: string) => void }): JSX.Element {
  return (
    <Group {...group}>
      {(choice, bound) => (
        <input {...bound} type="radio" name={fieldId(group.path)} value={choice} checked={choice === value} onChange={() => onChange(choice)} />
      )}
    </Group>
  );
}

/** Any of a few. */
export function CheckboxGroup({ values, onChange, ...group }: GroupProps & { values: readonly string[]; onChange: (values: readonly string[]) => void }): JSX.Element {
  return (
    <Group {...group} below>
      {(choice, bound) => (
        <input
          {...bound} type="checkbox" value={choice} checked={values.includes(choice)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...values, choice] : values.filter((other) => other !== choice))}
        />
      )}
    </Group>
  );
}

interface Bound {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
}

function Group(props: GroupProps & { below?: boolean; children: (choice: string, bound: Bound) => ComponentChildren }): JSX.Element {
  const { path, label, hint, optional = false, choices, below = false, children } = props;
  const { t } = useWords();
  const faults = useFaults(path, below);
  const id = fieldId(path);
  const [hintId, faultId] = [`${id}-hint`, `${id}-fault`];
  const described = [hint === undefined ? '' : hintId, faults.length === 0 ? '' : faultId].filter((part) => part !== '').join(' ');
  return (
    <fieldset class={faults.length === 0 ? 'form-field' : 'form-field form-field-faulty'} aria-describedby={described === '' ? undefined : described}>
      <legend>{label}{optional && <span class="quiet"> ({t('form.optional')})</span>}</legend>
      {hint !== undefined && <p id={hintId} class="quiet">{hint}</p>}
      <FaultLines id={faultId} faults={faults} />
      {choices.map((choice, place) => {
        const own = place === 0 ? id : `${id}-${choice.value}`;
        return (
          <div key={choice.value} class="choice">
            {children(choice.value, { id: own, 'aria-describedby': choice.hint === undefined ? undefined : `${own}-what` })}
            <label for={own}>{choice.label}</label>
            {choice.hint !== undefined && <p id={`${own}-what`} class="quiet">{choice.hint}</p>}
          </div>
        );
      })}
    </fieldset>
  );
}
