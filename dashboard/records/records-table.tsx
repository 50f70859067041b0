import type { FunctionComponent, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Pages } from '../api/use-pages.js';
import type { RecordKind } from '../address/address.js';
import { formatDecimal } from '../format/decimal.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';
import { WindowedRows, type RowProps } from '../parts/windowed-rows.js';

interface RecordsTableProps<Item> {
  readonly kind: RecordKind;
  readonly pages: Pages<Item>;
  /** How many the tally counts for the same list; null when it counts none or has not answered. */
  readonly count: number | null;
  readonly columns: readonly MessageKey[];
  readonly Row: FunctionComponent<RowProps<Item>>;
  /** What an empty list says; left out, what an empty list of an operation means. */
  readonly none?: string;
}

const ROW_HEIGHT = 72;
/** A list so short is in sight as a whole. */
const ROWS_PRINTED_WHOLE = 10;

/** The records behind a number. Rows come as one scrolls; the table is as long as the number from the start. */
export function RecordsTable<Item extends { readonly id: string }>({ kind, pages, count, columns, Row, none }: RecordsTableProps<Item>): JSX.Element {
  const { t, locale } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  if (pages.state === 'waiting') return <Waiting lines={8} />;
  if (pages.state === 'failed') return <PartFailed failure={pages} />;
  const { nodes, more } = pages;
  if (nodes.length === 0) {
    return (
      <div class="empty">
        <PartIncomplete faults={pages.faults} retry={pages.retry} />
        {none !== undefined ? <p>{none}</p> : count === null ? <><p>{t('records.none')}</p><p class="quiet">{t('records.noneWhy')}</p></> : <p>{t('records.dashboard')}</p>}
      </div>
    );
  }
  const whole = more === null && pages.failure === null;
  const length = whole ? nodes.length : Math.max(count ?? 0, nodes.length + 1);
  const inWords = whole || count !== null
    ? t('records.count', { count: formatDecimal(String(whole ? nodes.length : length), locale) })
    : t('records.soFar', { count: formatDecimal(String(nodes.length), locale) });
  return (
    <>
      <PartIncomplete faults={pages.faults} retry={pages.retry} />
      <p class="quiet records-count" role="status">{inWords}</p>
      <div class="scroll scroll-window" role="region" aria-label={t(`counted.${kind}`)} tabIndex={0} ref={scroller}>
        <table class={`records-table records-${kind}`} aria-rowcount={whole || count !== null ? length + 1 : -1} aria-busy={pages.fetching}>
          <colgroup>{columns.map((column) => <col key={column} class={`column-${column.slice(column.indexOf('.') + 1)}`} />)}</colgroup>
          <thead><tr aria-rowindex={1}>{columns.map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
          <WindowedRows
            items={nodes} length={length} rowHeight={ROW_HEIGHT} columns={columns.length} scroller={scroller} Row={Row}
            more={pages.fetching ? null : more}
          />
        </table>
      </div>
      {length > ROWS_PRINTED_WHOLE && <p class="only-printed">{t('records.printed')}</p>}
      {pages.failure !== null && <PartFailed failure={pages.failure} />}
    </>
  );
}
