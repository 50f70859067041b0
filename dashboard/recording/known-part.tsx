import type { ComponentChildren, JSX } from 'preact';

interface KnownPartProps {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly known: boolean;
  readonly onChange: (known: boolean) => void;
  readonly children: ComponentChildren;
}

/** A part that is recorded or left out as a whole. What was typed stays while it is left out. */
export function KnownPart({ path, label, hint, known, onChange, children }: KnownPartProps): JSX.Element {
  const id = `known-${path}`;
  return (
    <>
      <div class="form-field">
        <div class="choice">
          <input type="checkbox" id={id} aria-describedby={`${id}-what`} checked={known} onChange={(event) => onChange(event.currentTarget.checked)} />
          <label for={id}>{label}</label>
          <p class="quiet" id={`${id}-what`}>{hint}</p>
        </div>
      </div>
      {known && <div class="form-inside">{children}</div>}
    </>
  );
}
