import type { JSX } from 'preact';
import type { OperationRow as Row } from '../api/documents.js';
import { atOperation } from '../address/address.js';
import { Link } from '../address/link.js';
import { useAddress } from '../address/use-address.js';
import { periodInShort } from '../format/dates.js';
import { figureInWords, inOneLine } from '../format/figure-in-words.js';
import { useWords } from '../language/language.js';

export function OperationRow({ operation }: { operation: Row }): JSX.Element {
  const words = useWords();
  const { address } = useAddress();
  const { value, qualifier } = operation.countryCount;
  return (
    <li class={operation.exercise ? 'row row-exercise' : 'row'}>
      <Link to={atOperation(operation.code)} class="row-link" current={operation.code === address.operation}>
        <span class="row-name">{operation.name}</span>
        <span class="row-period">{periodInShort(operation.period, words.t)}</span>
        <span class="row-coordinator">{operation.coordinatorsAsPublished.join(', ') || operation.coordinator?.name}</span>
        <span class="row-countries">
          {value !== null && qualifier !== null
            ? words.t('list.countries', { count: inOneLine(figureInWords({ value: String(value), qualifier }, words, 'full')) })
            : ''}
        </span>
        <span class="row-crimes">{operation.crimeTypes.map(words.term).join(', ')}</span>
      </Link>
    </li>
  );
}
