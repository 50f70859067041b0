import type { JSX } from 'preact';
import { atWallet } from '../address/address.js';
import { Link } from '../address/link.js';
import type { Asset } from '../api/fragments.js';
import { formatDecimal } from '../format/decimal.js';
import { sumInWords } from '../format/sum-in-words.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { HandlingLine } from '../parts/handling-line.js';
import { NothingKnown } from '../parts/nothing-known.js';
import type { RowProps } from '../parts/windowed-rows.js';
import { WithheldBar } from '../parts/withheld-bar.js';
import { AgencyCell } from './agency-cell.js';

export const ASSET_COLUMNS: readonly MessageKey[] = [
  'records.referenceAndDay', 'records.country', 'records.agency', 'records.kind', 'records.quantity', 'records.value',
  'records.custody', 'records.identifiers', 'records.handling',
];

export function AssetRow({ record, place }: RowProps<Asset>): JSX.Element {
  const words = useWords();
  const { t, term, countryName, locale } = words;
  return (
    <tr {...place}>
      <th scope="row">{record.reference}<time dateTime={record.day}>{record.day}</time></th>
      <td>{countryName(record.country)}</td>
      <AgencyCell agency={record.agency} originator={record.originator} />
      <td>{term(record.kind)}</td>
      <td class="numeric">{formatDecimal(record.quantity, locale)}</td>
      <td class="numeric">{record.value === null ? <NothingKnown reason={t('records.noValue')} /> : sumInWords(record.value, words)}</td>
      <td>{term(record.custodyState)}</td>
      <IdentifiersCell record={record} />
      <td><HandlingLine handling={record.handling} /></td>
    </tr>
  );
}

function IdentifiersCell({ record: { identifiers, withheld } }: { record: Asset }): JSX.Element {
  const { t } = useWords();
  return (
    <td class="person">
      {identifiers !== null && (
        <>
          {identifiers.holder !== null && <strong>{identifiers.holder}</strong>}
          <span class="person-facts">
            {[identifiers.account, identifiers.wallet === null ? identifiers.walletAddress : null, ...identifiers.serials].filter((entry) => entry !== null).join(' · ')}
            {identifiers.wallet !== null && <Link to={atWallet(identifiers.wallet.id)}>{identifiers.walletAddress}</Link>}
          </span>
          <HandlingLine handling={identifiers.handling} />
        </>
      )}
      {withheld.map((part) => <WithheldBar key={part.field} withheld={part} />)}
      {identifiers === null && withheld.length === 0 && <NothingKnown reason={t('records.noIdentifiers')} />}
    </td>
  );
}
