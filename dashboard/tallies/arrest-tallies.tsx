import type { JSX } from 'preact';
import { ARREST_BREAKDOWN } from '../api/tally-documents.js';
import { useAnswer } from '../api/use-answer.js';
import { useWords } from '../language/language.js';
import { BarTable } from './bar-table.js';
import { CountedOnce } from './counted-once.js';
import { Months } from './months.js';
import { Rule } from './rule.js';
import { TallyState } from './tally-state.js';

export function ArrestTallies({ code, asOf }: { code: string; asOf: string | null }): JSX.Element {
  const { t } = useWords();
  const asked = useAnswer(ARREST_BREAKDOWN, { code, asOf });
  return (
    <TallyState asked={asked} pick={(data) => data.operation?.arrestTally}>
      {({ count, countedOnce, months, countries, roles, explanation }) => (
        <>
          <CountedOnce count={count} countedOnce={countedOnce} />
          <Months kind="arrests" cells={months} title={t('tallies.monthsByCrimeType')} />
          <div class="tally-pair">
            <BarTable kind="arrests" rows={countries} title={t('tallies.byCountry')} />
            <BarTable kind="arrests" rows={roles} title={t('tallies.byRole')} />
          </div>
          <Rule rule={explanation.rule} />
        </>
      )}
    </TallyState>
  );
}
