import type { JSX } from 'preact';
import { RECORD_KINDS, type RecordKind } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { Section } from '../parts/section.js';
import { ArrestTallies } from './arrest-tallies.js';
import { AssetTallies } from './asset-tallies.js';
import { RescueTallies } from './rescue-tallies.js';

/** What the records add up to, broken down. Counted alone: nothing that was reported is in here. */
export function Tallies({ code }: { code: string }): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  const kind = address.tally ?? 'arrests';
  return (
    <Section title={t('tallies.title')} why={t('tallies.why')} class="tallies" aside={<KindChoice kind={kind} onChange={(tally) => adjust({ tally })} />}>
      {kind === 'arrests' && <ArrestTallies code={code} asOf={address.asOf} />}
      {kind === 'rescues' && <RescueTallies code={code} asOf={address.asOf} />}
      {kind === 'assets' && <AssetTallies code={code} asOf={address.asOf} />}
    </Section>
  );
}

function KindChoice({ kind, onChange }: { kind: RecordKind; onChange: (kind: RecordKind) => void }): JSX.Element {
  const { t } = useWords();
  return (
    <div class="switch" role="group" aria-label={t('tallies.title')}>
      {RECORD_KINDS.map((choice) => <button key={choice} type="button" aria-pressed={choice === kind} onClick={() => onChange(choice)}>{t(`counted.${choice}`)}</button>)}
    </div>
  );
}
