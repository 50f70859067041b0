import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { OPERATIONS } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { PERIOD_NOT_STATED } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { filterChoices } from './filter-choices.js';

const NO_FILTER = { search: '', coordinator: null, year: null, crimeType: null } as const;

export function OperationFilters(): JSX.Element {
  const { t, term } = useWords();
  const { address, go } = useAddress();
  const all = usePages({ document: OPERATIONS, variables: {}, pick: (data) => data.operations, pageSize: 100, whole: true });
  const operations = all.state === 'answered' ? all.nodes : null;
  const choices = useMemo(() => filterChoices(operations ?? []), [operations]);
  const filtered = address.search !== '' || address.coordinator !== null || address.year !== null || address.crimeType !== null;
  return (
    <div class="filters" role="group" aria-label={t('list.title')}>
      <Choice
        name={t('list.coordinator')} value={address.coordinator} onChange={(coordinator) => go({ coordinator })}
        choices={choices.coordinators.map((name) => [name, name])}
      />
      <Choice
        name={t('list.year')} value={address.year} onChange={(year) => go({ year })}
        choices={[
          ...(choices.someNotStated || address.year === PERIOD_NOT_STATED ? [[PERIOD_NOT_STATED, t('period.notStated')] as const] : []),
          ...choices.years.map((year) => [year, year] as const),
        ]}
      />
      <Choice
        name={t('list.crimeType')} value={address.crimeType} onChange={(crimeType) => go({ crimeType })}
        choices={choices.crimeTypes.map((type) => [type.code, term(type)])}
      />
      <button type="button" class="plain" disabled={!filtered} onClick={() => go(NO_FILTER)}>{t('list.clear')}</button>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ name, value, choices, onChange }: ChoiceProps): JSX.Element {
  const { t } = useWords();
  return (
    <label class="field">
      <span class="field-name">{name}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
        <option value="">{t('list.any')}</option>
        {value !== null && !choices.some(([code]) => code === value) && <option value={value}>{value}</option>}
        {choices.map(([code, label]) => <option key={code} value={code}>{label}</option>)}
      </select>
    </label>
  );
}
