import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../language/language.js';
import { FaultLines } from './fault-lines.js';
import { fieldId, fieldOf, useFaults } from './form-faults.js';

interface RowsOfFieldsProps<Row> {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly add: string;
  readonly rows: readonly Row[];
  readonly empty: Row;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly children: (row: Row, path: string, change: (row: Row) => void) => ComponentChildren;
}

/** Things of which there may be none or several, each with fields of its own. */
export function RowsOfFields<Row>({ path, label, hint, add, rows, empty, onChange, children }: RowsOfFieldsProps<Row>): JSX.Element {
  const { t } = useWords();
  const id = fieldId(path);
  const faults = useFaults(path);
  const adder = useRef<HTMLButtonElement>(null);
  const before = useRef(rows.length);
  useEffect(() => {
    // The focus follows what was done: into the row that came, or back to the button when one went.
    if (rows.length > before.current) firstControl(`${path}[${String(rows.length - 1)}]`)?.focus();
    if (rows.length < before.current) adder.current?.focus();
    before.current = rows.length;
  }, [rows.length]);
  return (
    <fieldset class="form-field" aria-describedby={`${id}-hint`}>
      <legend>{label} <span class="quiet">({t('form.optional')})</span></legend>
      <p class="quiet" id={`${id}-hint`}>{hint}</p>
      <FaultLines id={`${id}-fault`} faults={faults} />
      {rows.map((row, place) => {
        const at = `${path}[${String(place)}]`;
        return (
          <div key={place} class="row-of-fields" id={fieldId(at)} role="group" aria-label={`${label} ${String(place + 1)}`} tabIndex={-1}>
            {children(row, at, (changed) => onChange(rows.map((other, index) => (index === place ? changed : other))))}
            <button type="button" aria-label={t('form.remove', { what: `${label} ${String(place + 1)}` })} onClick={() => onChange(rows.filter((_, index) => index !== place))}>
              {t('form.takeOut')}
            </button>
          </div>
        );
      })}
      <button type="button" id={id} ref={adder} onClick={() => onChange([...rows, empty])}>{add}</button>
    </fieldset>
  );
}

function firstControl(path: string): HTMLElement | null {
  return fieldOf(path)?.querySelector<HTMLElement>('select, input, textarea') ?? null;
}
