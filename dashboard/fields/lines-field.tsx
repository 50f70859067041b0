import type { JSX } from 'preact';
import { FieldFrame, type FieldProps } from './field-frame.js';

interface LinesFieldProps extends FieldProps {
  /** As typed, one entry a line. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly below?: boolean;
}

/** Several texts, one a line: nothing has to be added or removed with a button. */
export function LinesField({ value, onChange, below = true, ...field }: LinesFieldProps): JSX.Element {
  return (
    <FieldFrame {...field} below={below}>
      {(control) => (
        <textarea
          {...control} class="width-long" rows={Math.min(8, Math.max(2, value.split('\n').length))} value={value} autocomplete="off" spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
