import type { JSX } from 'preact';
import type { Sum } from '../api/fragments.js';
import type { ConvertedSum } from '../api/tally-documents.js';
import { narrowedTo } from '../address/narrowing.js';
import { Link } from '../address/link.js';
import { formatDecimal, padDecimal } from '../format/decimal.js';
import { sumInWords } from '../format/sum-in-words.js';
import { useWords } from '../language/language.js';

interface ConvertedTotalProps {
  readonly sums: readonly Sum[];
  /** Null where sums stand as they were stated. */
  readonly converted: ConvertedSum | null;
}

/** Sums as stated, each with its list; and, where asked for, all of them in one currency with what could not be converted. */
export function ConvertedTotal({ sums, converted }: ConvertedTotalProps): JSX.Element {
  const words = useWords();
  const { t, locale, join } = words;
  return (
    <div class="money-total">
      <ul class="sums">
        {sums.map((sum) => (
          <li key={sum.currency?.code ?? sum.network?.code}>
            <Link
              to={{ records: 'assets', narrowed: narrowedTo({ currency: sum.currency?.code ?? null, network: sum.network?.code ?? null }) }}
              class="figure" label={`${sumInWords(sum, words)}, ${formatDecimal(String(sum.count), locale)} ${t('counted.assets')}: ${t('counted.open')}`}
            >
              <span class="number">{sumInWords(sum, words)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {converted !== null && (
        <p>
          {converted.amount === null
            ? t('tallies.nothingConverted')
            : <><strong>{`${converted.currency.code} ${formatDecimal(padDecimal(converted.amount, converted.currency.minorUnits ?? 0), locale)}`}</strong> {t('tallies.convertedHow')}</>}
          {converted.unconverted.length > 0 && ` ${t('tallies.leftOut', { units: join(unitsOf(converted)) })}`}
        </p>
      )}
    </div>
  );
}

function unitsOf({ unconverted }: ConvertedSum): string[] {
  return [...new Set(unconverted.map(({ currency, network }) => currency?.code ?? network?.label ?? ''))];
}
