import type { JSX } from 'preact';
import { LinesField } from '../fields/lines-field.js';
import { RadioGroup } from '../fields/choice-group.js';
import { SelectField } from '../fields/select-field.js';
import { TextField } from '../fields/text-field.js';
import { fieldId, useFaults } from '../fields/form-faults.js';
import { FaultLines } from '../fields/fault-lines.js';
import { useWords } from '../language/language.js';
import { ActionFields, ActionHandling } from './action-fields.js';
import type { AssetDraft, IdentifiersDraft } from './asset-draft.js';
import { FormPart } from './form-part.js';
import type { KindFieldsProps } from './kind-fields.js';
import { KnownPart } from './known-part.js';
import { PartHandlingFields } from './part-handling-fields.js';

/** A record begins with one of these; only a move leads on from there. */
const FIRST_STATES = ['FROZEN', 'SEIZED', 'INTERCEPTED'] as const;

export function AssetFields({ draft, onChange, choices }: KindFieldsProps<AssetDraft>): JSX.Element {
  const { t } = useWords();
  const set = (part: Partial<AssetDraft>): void => onChange({ ...draft, ...part });
  const states = choices.codes('custodyState');
  return (
    <>
      <ActionFields draft={draft} onChange={set} choices={choices} />
      <FormPart title={t('form.asset')}>
        <SelectField
          path="kind" label={t('form.kind')} none={t('form.choose')} choices={choices.codes('assetKind')}
          value={draft.kind} onChange={(kind) => set({ kind })}
        />
        <TextField
          path="quantity" label={t('form.quantity')} hint={t('form.quantityHint')} width="short" inputMode="decimal"
          value={draft.quantity} onChange={(quantity) => set({ quantity })}
        />
        <RadioGroup
          path="custodyState" label={t('form.custodyState')} value={draft.custodyState} onChange={(custodyState) => set({ custodyState })}
          choices={FIRST_STATES.map((state) => ({ value: state, label: states.find(({ value }) => value === state)?.label ?? state, hint: t(`form.custody.${state}`) }))}
        />
        <ValueFields draft={draft} onChange={onChange} choices={choices} />
      </FormPart>
      <ActionHandling draft={draft} onChange={set} choices={choices} />
      <FormPart title={t('form.identifiers')}>
        <KnownPart path="identifiers" label={t('form.identifiersKnown')} hint={t('form.partHint')} known={draft.known} onChange={(known) => set({ known })}>
          <IdentifierFields draft={draft} onChange={onChange} choices={choices} />
        </KnownPart>
      </FormPart>
    </>
  );
}

function ValueFields({ draft, onChange, choices }: KindFieldsProps<AssetDraft>): JSX.Element {
  const { t } = useWords();
  const faults = useFaults('value');
  return (
    <div id={fieldId('value')} tabIndex={-1}>
      <FaultLines id={`${fieldId('value')}-fault`} faults={faults} />
      <TextField
        path="value.amount" label={t('form.amount')} hint={t('form.amountHint')} optional width="medium" inputMode="decimal"
        value={draft.amount} onChange={(amount) => onChange({ ...draft, amount })}
      />
      <SelectField
        path={draft.unit.startsWith('network:') ? 'value.network' : 'value.currency'} label={t('form.unit')} optional none={t('form.choose')}
        choices={choices.units} value={draft.unit} onChange={(unit) => onChange({ ...draft, unit })}
      />
    </div>
  );
}

function IdentifierFields({ draft, onChange, choices }: KindFieldsProps<AssetDraft>): JSX.Element {
  const { t } = useWords();
  const { identifiers } = draft;
  const faults = useFaults('identifiers');
  const set = (part: Partial<IdentifiersDraft>): void => onChange({ ...draft, identifiers: { ...identifiers, ...part } });
  return (
    <div id={fieldId('identifiers')} tabIndex={-1}>
      <FaultLines id={`${fieldId('identifiers')}-fault`} faults={faults} />
      <TextField path="identifiers.holder" label={t('form.holder')} optional value={identifiers.holder} onChange={(holder) => set({ holder })} />
      <TextField path="identifiers.account" label={t('form.account')} optional value={identifiers.account} onChange={(account) => set({ account })} />
      <TextField
        path="identifiers.walletAddress" label={t('form.walletAddress')} optional
        value={identifiers.walletAddress} onChange={(walletAddress) => set({ walletAddress })}
      />
      <LinesField
        path="identifiers.serials" label={t('form.serials')} hint={t('form.onePerLine')} optional
        value={identifiers.serials} onChange={(serials) => set({ serials })}
      />
      <PartHandlingFields
        path="identifiers" draft={identifiers} onChange={(part) => set(part)} choices={choices} underOperation={draft.operation !== ''}
      />
    </div>
  );
}
