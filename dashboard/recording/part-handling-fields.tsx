import type { JSX } from 'preact';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../language/language.js';
import { HandlingFields } from './handling-fields.js';
import type { PartDraft } from './part-draft.js';
import type { Choices } from './use-choices.js';

interface PartHandlingFieldsProps {
  readonly path: string;
  readonly draft: PartDraft;
  readonly onChange: (draft: PartDraft) => void;
  readonly choices: Choices;
  readonly underOperation: boolean;
}

/** The part that tells who or which one it was may go less far than the record. */
export function PartHandlingFields({ path, draft, onChange, choices, underOperation }: PartHandlingFieldsProps): JSX.Element {
  const { t } = useWords();
  const id = `stricter-${path}`;
  return (
    <>
      <TextField
        path={`${path}.reviewMonth`} label={t('form.reviewMonth')} hint={t('form.reviewMonthHint')} optional width="short"
        value={draft.reviewMonth} onChange={(reviewMonth) => onChange({ ...draft, reviewMonth })}
      />
      <div class="form-field">
        <div class="choice">
          <input
            type="checkbox" id={id} aria-describedby={`${id}-what`} checked={draft.stricter}
            onChange={(event) => onChange({ ...draft, stricter: event.currentTarget.checked })}
          />
          <label for={id}>{t('form.stricter')}</label>
          <p class="quiet" id={`${id}-what`}>{t('form.stricterHint')}</p>
        </div>
      </div>
      {draft.stricter && (
        <div class="form-inside">
          <HandlingFields
            path={`${path}.handling`} draft={draft.handling} onChange={(handling) => onChange({ ...draft, handling })}
            choices={choices} underOperation={underOperation}
          />
        </div>
      )}
    </>
  );
}
