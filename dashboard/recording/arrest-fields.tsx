import type { JSX } from 'preact';
import { CheckboxGroup } from '../fields/choice-group.js';
import { SelectField } from '../fields/select-field.js';
import { SeveralField } from '../fields/several-field.js';
import { useWords } from '../language/language.js';
import { ActionFields, ActionHandling } from './action-fields.js';
import type { ArrestDraft } from './arrest-draft.js';
import { FormPart } from './form-part.js';
import type { KindFieldsProps } from './kind-fields.js';
import { KnownPart } from './known-part.js';
import { PersonFields } from './person-fields.js';

const SOURCES = ['A', 'B', 'C', 'X'] as const;
const INFORMATION = ['1', '2', '3', '4'] as const;

export function ArrestFields({ draft, onChange, choices }: KindFieldsProps<ArrestDraft>): JSX.Element {
  const { t } = useWords();
  const set = (part: Partial<ArrestDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <ActionFields draft={draft} onChange={set} choices={choices} />
      <FormPart title={t('form.offence')}>
        <SelectField
          path="crimeType" label={t('form.crimeType')} hint={t('form.crimeTypeHint')} none={t('form.choose')} choices={choices.codes('crimeType')}
          value={draft.crimeType} onChange={(crimeType) => set({ crimeType })}
        />
        <SeveralField
          path="furtherCrimeTypes" label={t('form.furtherCrimeTypes')} optional add={t('form.addCrimeType')} choices={choices.codes('crimeType')}
          values={draft.furtherCrimeTypes} onChange={(furtherCrimeTypes) => set({ furtherCrimeTypes })}
        />
        <SeveralField
          path="countriesOfCommission" label={t('form.commission')} optional add={t('form.addCountry')} choices={choices.countries}
          values={draft.countriesOfCommission} onChange={(countriesOfCommission) => set({ countriesOfCommission })}
        />
        <SeveralField
          path="countriesOfVictims" label={t('form.victims')} optional add={t('form.addCountry')} choices={choices.countries}
          values={draft.countriesOfVictims} onChange={(countriesOfVictims) => set({ countriesOfVictims })}
        />
        <CheckboxGroup
          path="methods" label={t('form.methods')} optional choices={choices.codes('method')}
          values={draft.methods} onChange={(methods) => set({ methods })}
        />
        <CheckboxGroup
          path="contactModes" label={t('form.contactModes')} optional choices={choices.codes('contactMode')}
          values={draft.contactModes} onChange={(contactModes) => set({ contactModes })}
        />
        <SelectField
          path="role" label={t('form.role')} hint={t('form.roleHint')} optional none={t('form.notRecorded')} choices={choices.codes('role')}
          value={draft.role} onChange={(role) => set({ role })}
        />
        <SelectField
          path="evaluation.source" label={t('form.source')} optional none={t('form.notEvaluated')}
          choices={SOURCES.map((value) => ({ value, label: t(`form.source.${value}`) }))} value={draft.source} onChange={(source) => set({ source })}
        />
        <SelectField
          path="evaluation.information" label={t('form.information')} optional none={t('form.notEvaluated')}
          choices={INFORMATION.map((value) => ({ value, label: t(`form.information.${value}`) }))} value={draft.information} onChange={(information) => set({ information })}
        />
      </FormPart>
      <ActionHandling draft={draft} onChange={set} choices={choices} />
      <FormPart title={t('form.suspect')}>
        <KnownPart path="suspect" label={t('form.suspectKnown')} hint={t('form.partHint')} known={draft.known} onChange={(known) => set({ known })}>
          <PersonFields path="suspect" draft={draft.suspect} onChange={(suspect) => set({ suspect })} choices={choices} underOperation={draft.operation !== ''} />
        </KnownPart>
      </FormPart>
    </>
  );
}
