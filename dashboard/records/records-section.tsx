import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import {
  ARRESTS, ARREST_TALLY, ASSETS, ASSET_TALLY, RESCUES, RESCUE_TALLY, VIEWER,
  type ArrestFilter, type AssetFilter, type RescueFilter,
} from '../api/documents.js';
import type { Place } from '../api/fragments.js';
import type { Asked } from '../api/use-answer.js';
import { useAnswer } from '../api/use-answer.js';
import { usePages } from '../api/use-pages.js';
import { atForm, RECORD_KINDS, type RecordKind } from '../address/address.js';
import { Link } from '../address/link.js';
import { NARROWED_BY, narrowedTo, type Narrowing } from '../address/narrowing.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { Section } from '../parts/section.js';
import { countedOf, useTallies, type Tallies } from '../picture/use-evidence.js';
import { ArrestRow, ARREST_COLUMNS } from './arrest-row.js';
import { AssetRow, ASSET_COLUMNS } from './asset-row.js';
import { EvidenceList } from './evidence-list.js';
import { Narrowed } from './narrowed.js';
import { arrestFilter, assetFilter, rescueFilter } from './record-filter.js';
import { RecordsTable } from './records-table.js';
import { RescueRow, RESCUE_COLUMNS } from './rescue-row.js';

const PAGE = 100;

/** The lists behind the counted numbers. Each has as many rows as its number says. */
export function RecordsSection({ code }: { code: string }): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  const tallies = useTallies(code);
  const place = useRef<HTMLDivElement>(null);
  useOpenedByNumber(place, address.records, address.narrowed);
  const kind = address.records ?? 'arrests';
  const { narrowed } = address;
  return (
    <Section title={t('records.title')} why={t('records.why')} class="records" aside={<RecordLink kind={kind} code={code} />}>
      <div ref={place} tabIndex={-1} class="records-place">
        <div class="records-choices">
          <div class="switch" role="group" aria-label={t('records.title')}>
            {RECORD_KINDS.map((choice) => (
              <button key={choice} type="button" aria-pressed={choice === kind} onClick={() => adjust({ records: choice, narrowed: narrowedTo({ country: narrowed.country }) })}>{t(`counted.${choice}`)}</button>
            ))}
          </div>
          <CountryChoice tallies={tallies} kind={kind} country={narrowed.country} />
        </div>
        <Narrowed narrowed={narrowed} onChange={(rows) => adjust({ records: kind, narrowed: rows })} />
        {kind === 'arrests' && <Arrests code={code} narrowed={narrowed} asOf={address.asOf} />}
        {kind === 'rescues' && <Rescues code={code} narrowed={narrowed} asOf={address.asOf} />}
        {kind === 'assets' && <Assets code={code} narrowed={narrowed} asOf={address.asOf} />}
      </div>
    </Section>
  );
}

interface ListProps {
  readonly code: string;
  readonly narrowed: Narrowing;
  readonly asOf: string | null;
}

interface PresentProps<Filter> {
  readonly code: string;
  readonly filter: Filter;
  readonly count: number | null;
}

function Arrests({ code, narrowed, asOf }: ListProps): JSX.Element {
  const filter = arrestFilter(narrowed);
  const count = countIn(useAnswer(ARREST_TALLY, { code, filter, asOf }), (data) => data.operation?.arrestTally.count);
  if (asOf !== null) return <EvidenceList kind="arrests" code={code} narrowed={narrowed} asOf={asOf} count={count} />;
  return <PresentArrests code={code} filter={filter} count={count} />;
}

function PresentArrests({ code, filter, count }: PresentProps<ArrestFilter>): JSX.Element {
  const pages = usePages({ document: ARRESTS, variables: { code, filter }, pick: (data) => data.operation?.arrests, pageSize: PAGE });
  return <RecordsTable kind="arrests" pages={pages} count={count} columns={ARREST_COLUMNS} Row={ArrestRow} />;
}

function Rescues({ code, narrowed, asOf }: ListProps): JSX.Element {
  const filter = rescueFilter(narrowed);
  const count = countIn(useAnswer(RESCUE_TALLY, { code, filter, asOf }), (data) => data.operation?.rescueTally.count);
  if (asOf !== null) return <EvidenceList kind="rescues" code={code} narrowed={narrowed} asOf={asOf} count={count} />;
  return <PresentRescues code={code} filter={filter} count={count} />;
}

function PresentRescues({ code, filter, count }: PresentProps<RescueFilter>): JSX.Element {
  const pages = usePages({ document: RESCUES, variables: { code, filter }, pick: (data) => data.operation?.rescues, pageSize: PAGE });
  return <RecordsTable kind="rescues" pages={pages} count={count} columns={RESCUE_COLUMNS} Row={RescueRow} />;
}

function Assets({ code, narrowed, asOf }: ListProps): JSX.Element {
  const filter = assetFilter(narrowed);
  const count = countIn(useAnswer(ASSET_TALLY, { code, filter, asOf }), (data) => data.operation?.assetTally.count);
  if (asOf !== null) return <EvidenceList kind="assets" code={code} narrowed={narrowed} asOf={asOf} count={count} />;
  return <PresentAssets code={code} filter={filter} count={count} />;
}

function PresentAssets({ code, filter, count }: PresentProps<AssetFilter>): JSX.Element {
  const pages = usePages({ document: ASSETS, variables: { code, filter }, pick: (data) => data.operation?.assets, pageSize: PAGE });
  return <RecordsTable kind="assets" pages={pages} count={count} columns={ASSET_COLUMNS} Row={AssetRow} />;
}

function CountryChoice({ tallies, kind, country }: { tallies: Tallies; kind: RecordKind; country: string | null }): JSX.Element {
  const { t, countryName } = useWords();
  const { address, adjust } = useAddress();
  const places: readonly Place[] = countedOf(tallies)[kind]?.byCountry.map((entry) => entry.country) ?? [];
  return (
    <label class="field field-inline">
      <span class="field-name">{t('records.country')}</span>
      <select value={country ?? ''} onChange={(event) => adjust({ records: kind, narrowed: { ...address.narrowed, country: event.currentTarget.value || null } })}>
        <option value="">{t('records.all')}</option>
        {country !== null && !places.some((place) => place.code === country) && <option value={country}>{country}</option>}
        {places.map((place) => <option key={place.code} value={place.code}>{countryName(place)}</option>)}
      </select>
    </label>
  );
}

/** Leads to the form, for those whose organisation lets them record. */
function RecordLink({ kind, code }: { kind: RecordKind; code: string }): JSX.Element | null {
  const { t } = useWords();
  const asked = useAnswer(VIEWER, {});
  if (asked.state !== 'answered' || !asked.data.viewer.roles.includes('contributor')) return null;
  return <Link to={atForm(kind, code)}>{t(`form.title.${kind}`)}</Link>;
}

function countIn<Data>(asked: Asked<Data>, pick: (data: Data) => number | null | undefined): number | null {
  return asked.state === 'answered' ? (pick(asked.data) ?? null) : null;
}

/** A number that opens this list from elsewhere on the page brings the reader here. */
function useOpenedByNumber(place: { readonly current: HTMLElement | null }, kind: RecordKind | null, narrowed: Narrowing): void {
  const rows = NARROWED_BY.map((by) => narrowed[by]).join();
  const before = useRef({ kind, rows });
  useEffect(() => {
    const changed = before.current.kind !== kind || before.current.rows !== rows;
    before.current = { kind, rows };
    if (!changed || kind === null || place.current === null || place.current.contains(document.activeElement)) return;
    place.current.focus({ preventScroll: true });
    place.current.scrollIntoView({ block: 'start' });
  }, [kind, rows]);
}
