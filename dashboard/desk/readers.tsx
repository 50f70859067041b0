import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { ARREST_DISCLOSURES, ASSET_DISCLOSURES, OPERATION_DISCLOSURES, type Disclosure } from '../api/desk-documents.js';
import type { ViewerIdentity } from '../api/documents.js';
import { usePages, type Pages } from '../api/use-pages.js';
import { DISCLOSURE_LOGS } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { WindowedRows } from '../parts/windowed-rows.js';
import { DISCLOSURE_COLUMNS, DisclosureRow } from './disclosure-row.js';

const PAGE = 100;
const ROW_HEIGHT = 56;

/** The disclosure log of the viewer's organisation, as its auditor reads it. */
export function Readers({ viewer }: { viewer: ViewerIdentity | null }): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  if (viewer === null) return <Waiting lines={8} />;
  if (!viewer.roles.includes('auditor')) return <p class="empty">{t('desk.readersRole')}</p>;
  const log = address.log ?? 'arrests';
  return (
    <>
      <div class="records-choices">
        <div class="switch" role="group" aria-label={t('desk.log')}>
          {DISCLOSURE_LOGS.map((choice) => (
            <button key={choice} type="button" aria-pressed={choice === log} onClick={() => adjust({ log: choice })}>{t(`desk.log.${choice}`)}</button>
          ))}
        </div>
      </div>
      {log === 'arrests' && <OfArrests />}
      {log === 'assets' && <OfAssets />}
      {log === 'operations' && <OfOperations />}
    </>
  );
}

function OfArrests(): JSX.Element {
  return <Log pages={usePages({ document: ARREST_DISCLOSURES, variables: {}, pick: (data) => data.arrestDisclosures, pageSize: PAGE })} />;
}

function OfAssets(): JSX.Element {
  return <Log pages={usePages({ document: ASSET_DISCLOSURES, variables: {}, pick: (data) => data.assetDisclosures, pageSize: PAGE })} />;
}

function OfOperations(): JSX.Element {
  return <Log pages={usePages({ document: OPERATION_DISCLOSURES, variables: {}, pick: (data) => data.operationDisclosures, pageSize: PAGE })} />;
}

function Log({ pages }: { pages: Pages<Disclosure> }): JSX.Element {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  if (pages.state === 'waiting') return <Waiting lines={8} />;
  if (pages.state === 'failed') return <PartFailed failure={pages} />;
  if (pages.nodes.length === 0) return <p class="empty">{t('desk.readersNone')}</p>;
  const whole = pages.more === null && pages.failure === null;
  const length = whole ? pages.nodes.length : pages.nodes.length + 1;
  return (
    <>
      <PartIncomplete faults={pages.faults} retry={pages.retry} />
      <div class="scroll scroll-window" role="region" aria-label={t('desk.readers')} tabIndex={0} ref={scroller}>
        <table class="records-table disclosures" aria-rowcount={whole ? length + 1 : -1} aria-busy={pages.fetching}>
          <colgroup>{DISCLOSURE_COLUMNS.map((column) => <col key={column} class={`column-${column.slice(column.indexOf('.') + 1)}`} />)}</colgroup>
          <thead><tr aria-rowindex={1}>{DISCLOSURE_COLUMNS.map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
          <WindowedRows
            items={pages.nodes} length={length} rowHeight={ROW_HEIGHT} columns={DISCLOSURE_COLUMNS.length} scroller={scroller} Row={DisclosureRow}
            more={pages.fetching ? null : pages.more}
          />
        </table>
      </div>
      {pages.failure !== null && <PartFailed failure={pages.failure} />}
    </>
  );
}
