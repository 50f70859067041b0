import type { JSX } from 'preact';
import { RESCUE_BREAKDOWN } from '../api/tally-documents.js';
import { useAnswer } from '../api/use-answer.js';
import { useWords } from '../language/language.js';
import { BarTable } from './bar-table.js';
import { CountedOnce } from './counted-once.js';
import { Months } from './months.js';
import { Rule } from './rule.js';
import { TallyState } from './tally-state.js';

export function RescueTallies({ code, asOf }: { code: string; asOf: string | null }): JSX.Element {
  const { t } = useWords();
  const asked = useAnswer(RESCUE_BREAKDOWN, { code, asOf });
  return (
    <TallyState asked={asked} pick={(data) => data.operation?.rescueTally}>
      {({ count, countedOnce, months, countries, states, explanation }) => (
        <>
          <CountedOnce count={count} countedOnce={countedOnce} />
          <Months kind="rescues" cells={months} title={t('tallies.monthsByState')} />
          <div class="tally-pair">
            <BarTable kind="rescues" rows={countries} title={t('tallies.byCountry')} />
            <BarTable kind="rescues" rows={states} title={t('tallies.byState')} />
          </div>
          <Rule rule={explanation.rule} />
        </>
      )}
    </TallyState>
  );
}
