import type { JSX } from 'preact';
import type { Choice } from '../fields/select-field.js';
import { SelectField } from '../fields/select-field.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../language/language.js';
import { RowsOfFields } from '../fields/rows-of-fields.js';
import type { RecipientDraft } from './handling-draft.js';

interface RecipientFieldsProps {
  readonly path: string;
  readonly recipients: readonly RecipientDraft[];
  readonly onChange: (recipients: readonly RecipientDraft[]) => void;
  readonly organisations: readonly Choice[];
}

/** Those who read it whatever the level: organisations, or one person of one. */
export function RecipientFields({ path, recipients, onChange, organisations }: RecipientFieldsProps): JSX.Element {
  const { t } = useWords();
  return (
    <RowsOfFields
      path={path} label={t('form.recipients')} hint={t('form.recipientsHint')} add={t('form.addRecipient')}
      rows={recipients} onChange={onChange} empty={{ organisation: '', subject: '' }}
    >
      {(recipient, at, change) => (
        <>
          <SelectField
            path={`${at}.organisation`} label={t('form.organisation')} none={t('form.choose')} choices={organisations}
            value={recipient.organisation} onChange={(organisation) => change({ ...recipient, organisation })}
          />
          <TextField
            path={`${at}.subject`} label={t('form.subject')} hint={t('form.subjectHint')} optional
            value={recipient.subject} onChange={(subject) => change({ ...recipient, subject })}
          />
        </>
      )}
    </RowsOfFields>
  );
}
