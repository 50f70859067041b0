import { Fragment, type FunctionComponent, type JSX, type RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../language/language.js';
import { useWindow } from './use-window.js';

/** What a row of a long table puts on its `tr`, so that it is measured and its place is read out. */
export interface RowPlace {
  readonly ref: (row: HTMLElement | null) => void;
  readonly 'data-index': number;
  readonly 'aria-rowindex': number;
}

export interface RowProps<Item> {
  readonly record: Item;
  readonly place: RowPlace;
}

interface WindowedRowsProps<Item> {
  readonly items: readonly Item[];
  /** How long the table is once everything has come. */
  readonly length: number;
  readonly rowHeight: number;
  readonly columns: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Fetches what comes next; null when nothing does, or while it is on its way. */
  readonly more: (() => void) | null;
  readonly Row: FunctionComponent<RowProps<Item>>;
}

/** The next page is asked for when this few rows are left below the sight. */
const ROWS_AHEAD = 30;
/** The head of the table is its first row. */
const FIRST_ROW = 2;

export function WindowedRows<Item>(props: WindowedRowsProps<Item>): JSX.Element {
  const { items, length, rowHeight, columns, scroller, more, Row } = props;
  const kept = useRef<number | null>(null);
  const { rows, height, measure } = useWindow({ count: length, rowHeight, scroller, kept });
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && last >= items.length - ROWS_AHEAD) more();
  }, [more, last, items.length]);

  let above = 0;
  const drawn = rows.map(({ index, start, end }) => {
    const gap = start - above;
    above = end;
    const item = items[index];
    const place: RowPlace = { ref: measure, 'data-index': index, 'aria-rowindex': index + FIRST_ROW };
    return (
      <Fragment key={index}>
        <Gap height={gap} columns={columns} />
        {item === undefined ? <RowToCome place={place} columns={columns} /> : <Row record={item} place={place} />}
      </Fragment>
    );
  });
  return (
    <tbody
      onFocusIn={(event) => (kept.current = indexOfRow(event.target))}
      onFocusOut={() => (kept.current = null)}
    >
      {drawn}
      <Gap key="below" height={height - above} columns={columns} />
    </tbody>
  );
}

/** Stands for the rows that are out of sight; set through the style object, which the policy of the page allows. */
function Gap({ height, columns }: { height: number; columns: number }): JSX.Element | null {
  return height < 1 ? null : <tr class="rows-out-of-sight" aria-hidden="true"><td colSpan={columns} style={{ blockSize: `${String(height)}px` }} /></tr>;
}

function RowToCome({ place, columns }: { place: RowPlace; columns: number }): JSX.Element {
  const { t } = useWords();
  return (
    <tr class="row-to-come" {...place}>
      <td colSpan={columns}><div class="waiting-line" aria-hidden="true" /><span class="unseen">{t('part.loading')}</span></td>
    </tr>
  );
}

function indexOfRow(target: EventTarget | null): number | null {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-index]') : null;
  return row === null ? null : Number(row.dataset['index']);
}
