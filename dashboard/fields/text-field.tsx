import type { JSX } from 'preact';
import { FieldFrame, type FieldProps } from './field-frame.js';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** About how much is expected; it never limits what can be typed. */
  readonly width?: 'short' | 'medium' | 'long';
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
}

export function TextField({ value, onChange, width = 'long', inputMode = 'text', ...field }: TextFieldProps): JSX.Element {
  return (
    <FieldFrame {...field}>
      {(control) => (
        <input
          {...control} type="text" inputMode={inputMode} class={`width-${width}`} value={value} autocomplete="off" spellcheck={false}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
