import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useWords } from '../language/language.js';
import { FieldFrame, type FieldProps } from './field-frame.js';
import { Options, type Choice } from './select-field.js';

interface SeveralFieldProps extends FieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly choices: readonly Choice[];
  /** What the control says before something is chosen: "Add a country". */
  readonly add: string;
}

/** Several of a long list: each choice joins those above, where it can be taken out again. */
export function SeveralField({ values, onChange, choices, add, ...field }: SeveralFieldProps): JSX.Element {
  const { t } = useWords();
  const control = useRef<HTMLSelectElement>(null);
  const labelOf = (value: string): string => choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <FieldFrame {...field} below>
      {(bound) => (
        <>
          {values.length > 0 && (
            <ul class="chosen" aria-label={field.label}>
              {values.map((value) => (
                <li key={value}>
                  {labelOf(value)}
                  <button
                    type="button" class="plain" aria-label={t('form.remove', { what: labelOf(value) })}
                    onClick={() => {
                      onChange(values.filter((other) => other !== value));
                      control.current?.focus();
                    }}
                  >
                    ×
                  </button>
                </li>
              ))}
            </ul>
          )}
          <select
            {...bound} ref={control} class="width-long" value=""
            onChange={(event) => {
              onChange([...values, event.currentTarget.value]);
              event.currentTarget.value = '';
            }}
          >
            <option value="">{add}</option>
            <Options choices={choices.filter(({ value }) => !values.includes(value))} />
          </select>
        </>
      )}
    </FieldFrame>
  );
}
