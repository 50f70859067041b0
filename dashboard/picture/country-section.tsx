import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Operation } from '../api/documents.js';
import { CountryMap } from '../map/country-map.js';
import { useWords } from '../language/language.js';
import { PartFailed, Waiting } from '../parts/part-state.js';
import { Section } from '../parts/section.js';
import { countryRows, sharedRows } from './country-rows.js';
import { CountryTable } from './country-table.js';
import { countedOf, useReported, useTallies } from './use-evidence.js';

/** Map and table are one thing: what is pointed at in one is marked in the other. */
export function CountrySection({ operation }: { operation: Operation }): JSX.Element {
  const { t } = useWords();
  const reported = useReported(operation.code);
  const tallies = useTallies(operation.code);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const figures = reported.state === 'answered' ? reported.nodes : null;
  const { arrests, rescues, assets } = countedOf(tallies);
  const rows = useMemo(
    () => countryRows(operation.mentions, figures ?? [], { arrests, rescues, assets }),
    [operation.mentions, figures, arrests, rescues, assets],
  );
  const shared = useMemo(() => sharedRows(figures ?? []), [figures]);
  return (
    <div class="countries">
      <Section title={t('map.title')} class="part-map">
        <CountryMap rows={rows} countryCount={operation.countryCount} pointedAt={pointedAt} onPoint={setPointedAt} />
      </Section>
      {reported.state === 'waiting' && <Section title={t('table.title')}><Waiting lines={12} /></Section>}
      {reported.state === 'failed' && <Section title={t('table.title')}><PartFailed failure={reported} /></Section>}
      {reported.state === 'answered' && (
        <CountryTable operation={operation} rows={rows} shared={shared} pointedAt={pointedAt} onPoint={setPointedAt} />
      )}
    </div>
  );
}
