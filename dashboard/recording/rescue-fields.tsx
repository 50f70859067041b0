import type { JSX } from 'preact';
import { RadioGroup } from '../fields/choice-group.js';
import { useWords } from '../language/language.js';
import { ActionFields, ActionHandling } from './action-fields.js';
import { FormPart } from './form-part.js';
import type { KindFieldsProps } from './kind-fields.js';
import { KnownPart } from './known-part.js';
import { PersonFields } from './person-fields.js';
import type { RescueDraft } from './rescue-draft.js';

export function RescueFields({ draft, onChange, choices }: KindFieldsProps<RescueDraft>): JSX.Element {
  const { t } = useWords();
  const set = (part: Partial<RescueDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <ActionFields draft={draft} onChange={set} choices={choices} />
      <FormPart title={t('form.victim')}>
        <RadioGroup
          path="victimState" label={t('form.victimState')} hint={t('form.victimStateHint')} choices={choices.codes('victimState')}
          value={draft.victimState} onChange={(victimState) => set({ victimState })}
        />
      </FormPart>
      <ActionHandling draft={draft} onChange={set} choices={choices} />
      <FormPart title={t('form.person')}>
        <KnownPart path="person" label={t('form.personKnown')} hint={t('form.partHint')} known={draft.known} onChange={(known) => set({ known })}>
          <PersonFields path="person" draft={draft.person} onChange={(person) => set({ person })} choices={choices} underOperation={draft.operation !== ''} />
        </KnownPart>
      </FormPart>
    </>
  );
}
