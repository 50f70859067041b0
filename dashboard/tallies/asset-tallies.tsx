import type { JSX } from 'preact';
import { ASSET_BREAKDOWN } from '../api/tally-documents.js';
import { useAnswer } from '../api/use-answer.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { BarTable } from './bar-table.js';
import { ConvertedTotal } from './converted-total.js';
import { CountedOnce } from './counted-once.js';
import { CrossTable } from './cross-table.js';
import { CustodyFlow } from './custody-flow.js';
import { Months } from './months.js';
import { Rule } from './rule.js';
import { TallyState } from './tally-state.js';
import { TwinTable } from './twin-table.js';

/** Currencies that coordinators read sums in; each has a reference rate of the European Central Bank. */
const CURRENCIES = ['EUR', 'USD', 'JPY', 'GBP', 'SGD'] as const;

export function AssetTallies({ code, asOf }: { code: string; asOf: string | null }): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  const convertTo = CURRENCIES.find((currency) => currency === address.money) ?? null;
  const asked = useAnswer(ASSET_BREAKDOWN, { code, asOf, convertTo });
  return (
    <TallyState asked={asked} pick={(data) => data.operation?.assetTally}>
      {({ count, countedOnce, sumsCountedOnce, months, countries, kinds, custody, sums, explanation }) => (
        <>
          <label class="field field-inline">
            <span class="field-name">{t('tallies.money')}</span>
            <select value={convertTo ?? ''} onChange={(event) => adjust({ money: event.currentTarget.value || null })}>
              <option value="">{t('tallies.asStated')}</option>
              {CURRENCIES.map((currency) => <option key={currency} value={currency}>{t('tallies.convertedTo', { currency })}</option>)}
            </select>
          </label>
          <ConvertedTotal sums={sums} converted={explanation.converted} />
          <CountedOnce count={count} countedOnce={countedOnce} sums={sumsCountedOnce} />
          <Months kind="assets" cells={months} title={t('tallies.monthsByKind')} />
          <div class="tally-pair">
            <BarTable kind="assets" rows={countries} title={t('tallies.byCountry')} money convertedTo={convertTo} />
            <BarTable kind="assets" rows={kinds} title={t('tallies.byKind')} money convertedTo={convertTo} />
          </div>
          <div class="tally">
            <h3>{t('tallies.custody')}</h3>
            <p class="quiet">{t('tallies.custodyWhy')}</p>
            <CustodyFlow cells={custody} />
            <TwinTable><CrossTable kind="assets" cells={custody} title={t('tallies.custody')} additive={false} /></TwinTable>
          </div>
          <Rule rule={explanation.rule} />
        </>
      )}
    </TallyState>
  );
}
