import type { JSX } from 'preact';
import type { Sum } from '../api/fragments.js';
import type { Asked } from '../api/use-answer.js';
import type { RecordKind } from '../address/address.js';
import { NOT_NARROWED } from '../address/narrowing.js';
import { Link } from '../address/link.js';
import { formatDecimal } from '../format/decimal.js';
import { instant } from '../format/dates.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { sumInWords } from '../format/sum-in-words.js';
import { countedOf, useTallies } from './use-evidence.js';

/** What was counted from records that the viewer may see. */
export function CountedRow({ code }: { code: string }): JSX.Element {
  const { t } = useWords();
  const tallies = useTallies(code);
  const counted = countedOf(tallies);
  const asOf = counted.arrests?.asOf ?? counted.rescues?.asOf ?? counted.assets?.asOf ?? null;
  return (
    <section class="evidence-row evidence-counted" aria-labelledby="counted">
      <header>
        <h2 id="counted">{t('evidence.counted')}</h2>
        <p class="quiet">{t('evidence.countedWhat')}</p>
        {asOf !== null && <p class="quiet"><time dateTime={asOf}>{instant(asOf)}</time></p>}
      </header>
      <ul class="headlines">
        <Count kind="arrests" asked={tallies.arrests} tally={counted.arrests} />
        <Count kind="rescues" asked={tallies.rescues} tally={counted.rescues} />
        <Count kind="assets" asked={tallies.assets} tally={counted.assets} sums={counted.assets?.sums ?? []} />
      </ul>
    </section>
  );
}

interface CountProps {
  readonly kind: RecordKind;
  readonly asked: Asked<unknown>;
  readonly tally: { readonly status: string; readonly count: number | null } | null;
  readonly sums?: readonly Sum[];
}

function Count({ kind, asked, tally, sums = [] }: CountProps): JSX.Element {
  const words = useWords();
  const { t, locale } = words;
  return (
    <li class="headline">
      {asked.state === 'waiting' && <Waiting lines={1} />}
      {asked.state === 'failed' && <PartFailed failure={asked} />}
      {asked.state === 'answered' && tally === null && <PartIncomplete faults={[t('part.failed'), ...asked.faults]} retry={asked.retry} />}
      {tally !== null && (tally.count === null
        ? <p class="none-counted" title={t('counted.noneWhy')}>{t('counted.none')}</p>
        : (
          <Link to={{ records: kind, narrowed: NOT_NARROWED }} class="figure" label={`${tally.count} ${t(`counted.${kind}`)}: ${t('counted.open')}`}>
            <span class="number">{formatDecimal(String(tally.count), locale)}</span>
          </Link>
        ))}
      <p class="headline-measure">{t(`counted.${kind}`)}</p>
      {sums.length > 0 && (
        <ul class="narrower" aria-label={t('counted.sums')}>
          {sums.map((sum) => <li key={sum.currency?.code ?? sum.network?.code}>{sumInWords(sum, words)}</li>)}
        </ul>
      )}
    </li>
  );
}
