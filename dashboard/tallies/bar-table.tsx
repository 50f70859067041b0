import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RecordKind } from '../address/address.js';
import { formatDecimal, padDecimal } from '../format/decimal.js';
import { sumInWords } from '../format/sum-in-words.js';
import { useWords } from '../language/language.js';
import { NothingKnown } from '../parts/nothing-known.js';
import { CountLink } from './count-link.js';
import { keyInWords } from './key-in-words.js';
import { narrowingOf } from './narrowing-of.js';
import { keyId, type TalliedRow } from './tallied.js';

interface BarTableProps {
  readonly kind: RecordKind;
  readonly rows: readonly TalliedRow[];
  readonly title: string;
  /** Sums of values stand beside the counts of assets. */
  readonly money?: boolean;
  /** The currency to which sums are converted; null for sums as they were stated. */
  readonly convertedTo?: string | null;
}

const FOLDED = 12;

/** A chart that is its own table: the longest bar first, every number a door to its list. */
export function BarTable({ kind, rows, title, money = false, convertedTo = null }: BarTableProps): JSX.Element {
  const words = useWords();
  const { t, locale } = words;
  const [unfolded, setUnfolded] = useState(false);
  const ordered = [...rows].sort((a, b) => b.count - a.count);
  const longest = ordered[0]?.count ?? 1;
  const shown = unfolded ? ordered : ordered.slice(0, FOLDED);
  return (
    <div class="bar-table-place">
      <table class="bar-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col"><span class="unseen">{title}</span></th>
            <th scope="col" class="numeric">{t(`counted.${kind}`)}</th>
            <td aria-hidden="true" />
            {money && <th scope="col" class="numeric">{convertedTo === null ? t('tallies.sums') : t('tallies.convertedTo', { currency: convertedTo })}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const name = keyInWords(row.key, words);
            return (
              <tr key={keyId(row.key)}>
                <th scope="row">{name}</th>
                <td class="numeric"><CountLink kind={kind} count={row.count} row={narrowingOf(row.key)} what={name} /></td>
                <td class="bar-cell" aria-hidden="true"><svg viewBox="0 0 100 10" preserveAspectRatio="none"><rect width={(100 * row.count) / longest} height="10" /></svg></td>
                {money && <td class="numeric"><Money row={row} converted={convertedTo !== null} /></td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {ordered.length > FOLDED && (
        <button type="button" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('tallies.fold') : t('tallies.unfold', { count: formatDecimal(String(ordered.length), locale) })}
        </button>
      )}
    </div>
  );
}

function Money({ row, converted }: { row: TalliedRow; converted: boolean }): JSX.Element {
  const words = useWords();
  const { t, locale } = words;
  const sums = row.sums ?? [];
  if (sums.length === 0) return <NothingKnown reason={t('records.noValue')} />;
  if (!converted) return <>{sums.map((sum) => <span key={sum.currency?.code ?? sum.network?.code} class="sum">{sumInWords(sum, words)}</span>)}</>;
  const sum = row.converted ?? null;
  if (sum?.amount == null) return <NothingKnown reason={t('tallies.notConverted')} />;
  return (
    <>
      {formatDecimal(padDecimal(sum.amount, sum.currency.minorUnits ?? 0), locale)}
      {sum.unconverted.length > 0 && <span class="cell-note">{t('tallies.partly')}</span>}
    </>
  );
}
