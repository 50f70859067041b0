import type { ComponentChildren, JSX } from 'preact';
import type { Asked } from '../api/use-answer.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';

interface TallyStateProps<Data, Tally> {
  readonly asked: Asked<Data>;
  readonly pick: (data: Data) => Tally | null | undefined;
  readonly children: (tally: Tally) => ComponentChildren;
}

/** A tally on its way, failed, without a record, or as it is. Nothing contributed is said in words and never drawn as 0. */
export function TallyState<Data, Tally extends { readonly count: number | null }>({ asked, pick, children }: TallyStateProps<Data, Tally>): JSX.Element {
  const { t } = useWords();
  if (asked.state === 'waiting') return <Waiting lines={12} />;
  if (asked.state === 'failed') return <PartFailed failure={asked} />;
  const tally = pick(asked.data) ?? null;
  if (tally === null) return <PartIncomplete faults={[t('part.failed'), ...asked.faults]} retry={asked.retry} />;
  return (
    <>
      <PartIncomplete faults={asked.faults} retry={asked.retry} />
      {tally.count === null ? <p class="empty">{t('counted.noneWhy')}</p> : children(tally)}
    </>
  );
}
