import type { JSX } from 'preact';
import type { Tlp } from '../api/fragments.js';
import type { HandlingCode } from '../api/recording-documents.js';
import { CheckboxGroup, RadioGroup } from '../fields/choice-group.js';
import { FaultLines } from '../fields/fault-lines.js';
import { fieldId, useFaults } from '../fields/form-faults.js';
import { TextField } from '../fields/text-field.js';
import { useWords } from '../language/language.js';
import { TlpBadge } from '../parts/handling-line.js';
import type { HandlingDraft } from './handling-draft.js';
import { RecipientFields } from './recipient-fields.js';
import type { Choices } from './use-choices.js';

interface HandlingFieldsProps {
  readonly path: string;
  readonly draft: HandlingDraft;
  readonly onChange: (draft: HandlingDraft) => void;
  readonly choices: Choices;
  /** Whom AMBER reaches depends on it. */
  readonly underOperation: boolean;
}

const LEVELS: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
const CODES: readonly HandlingCode[] = ['H0', 'H1', 'H2', 'H3'];

/** Who may read it and what they may do with it, in words instead of marks. */
export function HandlingFields({ path, draft, onChange, choices, underOperation }: HandlingFieldsProps): JSX.Element {
  const { t } = useWords();
  const own = useFaults(path);
  return (
    <div class="handling-fields" id={fieldId(path)} tabIndex={-1}>
      <FaultLines id={`${fieldId(path)}-fault`} faults={own} />
      <RadioGroup
        path={`${path}.tlp`} label={t('form.tlp')} hint={t('form.tlpHint')} value={draft.tlp}
        onChange={(value) => onChange({ ...draft, tlp: LEVELS.find((level) => level === value) ?? '' })}
        choices={LEVELS.map((level) => ({
          value: level,
          label: <TlpBadge tlp={level} />,
          hint: level === 'AMBER' && !underOperation ? t('form.tlp.AMBER.alone') : t(`form.tlp.${level}`),
        }))}
      />
      <CheckboxGroup
        path={`${path}.codes`} label={t('form.codes')} optional values={draft.codes}
        onChange={(values) => onChange({ ...draft, codes: CODES.filter((code) => values.includes(code)) })}
        choices={CODES.map((code) => ({ value: code, label: t(`handling.${code}`), ...(code === 'H2' && { hint: t('form.codes.H2') }) }))}
      />
      {draft.codes.includes('H3') && (
        <TextField
          path={`${path}.restriction`} label={t('form.restriction')} hint={t('form.restrictionHint')} value={draft.restriction}
          onChange={(restriction) => onChange({ ...draft, restriction })}
        />
      )}
      <RecipientFields
        path={`${path}.recipients`} recipients={draft.recipients} organisations={choices.organisations}
        onChange={(recipients) => onChange({ ...draft, recipients })}
      />
    </div>
  );
}
