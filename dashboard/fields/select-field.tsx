import type { JSX } from 'preact';
import { FieldFrame, type FieldProps } from './field-frame.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Choices of one group stand together under its name. */
  readonly group?: string;
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly Choice[];
  /** What stands for nothing chosen. */
  readonly none: string;
}

export function SelectField({ value, onChange, choices, none, ...field }: SelectFieldProps): JSX.Element {
  return (
    <FieldFrame {...field}>
      {(control) => (
        <select {...control} class="width-long" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">{none}</option>
          {value !== '' && !choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
          <Options choices={choices} />
        </select>
      )}
    </FieldFrame>
  );
}

export function Options({ choices }: { choices: readonly Choice[] }): JSX.Element {
  const groups = [...new Set(choices.map(({ group }) => group))];
  const option = ({ value, label }: Choice): JSX.Element => <option key={value} value={value}>{label}</option>;
  return (
    <>
      {groups.map((group) => {
        const within = choices.filter((choice) => choice.group === group).map(option);
        return group === undefined ? within : <optgroup key={group} label={group}>{within}</optgroup>;
      })}
    </>
  );
}
