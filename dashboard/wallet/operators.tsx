import type { JSX } from 'preact';
import type { Operator } from '../api/wallet-documents.js';
import { useWords } from '../language/language.js';
import { HandlingLine } from '../parts/handling-line.js';
import { Section } from '../parts/section.js';

/** Who operates an address, as tags name them, and the bureau to ask in each of their jurisdictions. */
export function Operators({ operators }: { operators: readonly Operator[] }): JSX.Element | null {
  const { t, term, countryName } = useWords();
  if (operators.length === 0) return null;
  return (
    <Section title={t('wallet.operators')} why={t('wallet.operatorsWhy')}>
      <ul>
        {operators.map(({ id, name, categories, jurisdictions, webAddresses, originator, handling }) => (
          <li key={id}>
            <strong>{name}</strong> <span class="quiet">{[...categories.map(term), ...webAddresses, ...(originator === null ? [] : [originator.name])].join(' · ')}</span>{' '}
            <HandlingLine handling={handling} />
            {jurisdictions.length === 0 ? <p class="quiet">{t('wallet.noJurisdiction')}</p> : (
              <ul>{jurisdictions.map(({ country, bureau }) => <li key={country.code}>{countryName(country)}: {bureau?.name ?? <span class="quiet">{t('wallet.noBureau')}</span>}</li>)}</ul>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
