import type { JSX } from 'preact';
import { SelectField } from '../fields/select-field.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../language/language.js';
import type { ActionDraft } from './action-draft.js';
import { FormPart } from './form-part.js';
import { HandlingFields } from './handling-fields.js';
import type { Choices } from './use-choices.js';

interface ActionFieldsProps {
  readonly draft: ActionDraft;
  readonly onChange: (part: Partial<ActionDraft>) => void;
  readonly choices: Choices;
}

/** Where and when, under which reference, by whom: the same for every kind of record. */
export function ActionFields({ draft, onChange, choices }: ActionFieldsProps): JSX.Element {
  const { t } = useWords();
  return (
    <FormPart title={t('form.where')}>
      <TextField
        path="reference" label={t('form.reference')} hint={t('form.referenceHint')} width="medium"
        value={draft.reference} onChange={(reference) => onChange({ reference })}
      />
      <SelectField
        path="operation" label={t('form.operation')} hint={t('form.operationHint')} optional none={t('form.noOperation')}
        choices={choices.operations} value={draft.operation} onChange={(operation) => onChange({ operation })}
      />
      <SelectField
        path="country" label={t('form.country')} none={t('form.choose')} choices={choices.countries}
        value={draft.country} onChange={(country) => onChange({ country })}
      />
      <TextField path="day" label={t('form.day')} hint={t('form.dayHint')} width="short" value={draft.day} onChange={(day) => onChange({ day })} />
      <SelectField
        path="agency" label={t('form.agency')} hint={t('form.agencyHint')} optional none={t('form.myOrganisation')}
        choices={choices.agencies} value={draft.agency} onChange={(agency) => onChange({ agency })}
      />
    </FormPart>
  );
}

/** How the record is handled stands last before the persons: it is decided when it is known what is recorded. */
export function ActionHandling({ draft, onChange, choices }: ActionFieldsProps): JSX.Element {
  const { t } = useWords();
  return (
    <FormPart title={t('form.handling')} why={t('form.handlingWhy')}>
      <HandlingFields
        path="handling" draft={draft.handling} onChange={(handling) => onChange({ handling })}
        choices={choices} underOperation={draft.operation !== ''}
      />
    </FormPart>
  );
}
