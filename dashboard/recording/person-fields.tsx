import type { JSX } from 'preact';
import { LinesField } from '../fields/lines-field.js';
import { RowsOfFields } from '../fields/rows-of-fields.js';
import { SelectField } from '../fields/select-field.js';
import { SeveralField } from '../fields/several-field.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../language/language.js';
import { PartHandlingFields } from './part-handling-fields.js';
import type { PersonDraft } from './person-draft.js';
import type { Choices } from './use-choices.js';

interface PersonFieldsProps {
  readonly path: string;
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly choices: Choices;
  readonly underOperation: boolean;
}

export function PersonFields({ path, draft, onChange, choices, underOperation }: PersonFieldsProps): JSX.Element {
  const { t } = useWords();
  const set = (part: Partial<PersonDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <TextField path={`${path}.name`} label={t('form.name')} value={draft.name} onChange={(name) => set({ name })} />
      <TextField path={`${path}.nameOriginal`} label={t('form.nameOriginal')} optional value={draft.nameOriginal} onChange={(nameOriginal) => set({ nameOriginal })} />
      <LinesField path={`${path}.aliases`} label={t('form.aliases')} hint={t('form.onePerLine')} optional value={draft.aliases} onChange={(aliases) => set({ aliases })} />
      <TextField
        path={`${path}.birthDate`} label={t('form.birthDate')} hint={t('form.birthDateHint')} optional width="short"
        value={draft.birthDate} onChange={(birthDate) => set({ birthDate })}
      />
      <SeveralField
        path={`${path}.nationalities`} label={t('form.nationalities')} optional add={t('form.addCountry')} choices={choices.countries}
        values={draft.nationalities} onChange={(nationalities) => set({ nationalities })}
      />
      <SelectField
        path={`${path}.sex`} label={t('form.sex')} hint={t('form.sexHint')} optional none={t('form.notRecorded')} value={draft.sex} onChange={(sex) => set({ sex })}
        choices={[{ value: 'F', label: t('form.sex.F') }, { value: 'M', label: t('form.sex.M') }, { value: 'X', label: t('form.sex.X') }]}
      />
      <RowsOfFields
        path={`${path}.documents`} label={t('form.documents')} hint={t('form.documentsHint')} add={t('form.addDocument')}
        rows={draft.documents} onChange={(documents) => set({ documents })} empty={{ type: '', country: '', number: '' }}
      >
        {(document, at, change) => (
          <>
            <SelectField
              path={`${at}.type`} label={t('form.documentType')} none={t('form.choose')} choices={choices.codes('documentType')}
              value={document.type} onChange={(type) => change({ ...document, type })}
            />
            <SelectField
              path={`${at}.country`} label={t('form.issuingCountry')} optional none={t('form.notRecorded')} choices={choices.countries}
              value={document.country} onChange={(country) => change({ ...document, country })}
            />
            <TextField path={`${at}.number`} label={t('form.documentNumber')} value={document.number} onChange={(number) => change({ ...document, number })} />
          </>
        )}
      </RowsOfFields>
      <PartHandlingFields path={path} draft={draft} onChange={(part) => set(part)} choices={choices} underOperation={underOperation} />
    </>
  );
}
