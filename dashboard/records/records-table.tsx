import type { FunctionComponent, JSX } from 'preact';
import type { Pages } from '../api/use-pages.js';
import type { RecordKind } from '../address/address.js';
import { formatDecimal } from '../format/decimal.js';
import { useWords } from '../language/language.js';
import type { MessageKey } from '../language/messages.js';
import { PartFailed, PartIncomplete, Waiting } from '../parts/part-state.js';

interface RecordsTableProps<Item> {
  readonly kind: RecordKind;
  readonly pages: Pages<Item>;
  /** How many the tally counts for the same list; null when it counts none or has not answered. */
  readonly count: number | null;
  readonly columns: readonly MessageKey[];
  readonly Row: FunctionComponent<{ record: Item }>;
}

export function RecordsTable<Item extends { readonly id: string }>({ kind, pages, count, columns, Row }: RecordsTableProps<Item>): JSX.Element {
  const { t, locale } = useWords();
  if (pages.state === 'waiting') return <Waiting lines={8} />;
  if (pages.state === 'failed') return <PartFailed failure={pages} />;
  if (pages.nodes.length === 0) {
    return (
      <div class="empty">
        <PartIncomplete faults={pages.faults} retry={pages.retry} />
        {count === null ? <><p>{t('records.none')}</p><p class="quiet">{t('records.noneWhy')}</p></> : <p>{t('records.dashboard')}</p>}
      </div>
    );
  }
  const shown = formatDecimal(String(pages.nodes.length), locale);
  return (
    <>
      <PartIncomplete faults={pages.faults} retry={pages.retry} />
      <p class="quiet records-count" role="status">
        {count === null ? shown : t('records.showing', { shown, count: formatDecimal(String(count), locale) })}
      </p>
      <div class="scroll" role="region" aria-label={t(`counted.${kind}`)} tabIndex={0}>
        <table class="records-table">
          <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(column)}</th>)}</tr></thead>
          <tbody>{pages.nodes.map((record) => <Row key={record.id} record={record} />)}</tbody>
        </table>
      </div>
      {pages.more !== null && <button type="button" disabled={pages.fetching} onClick={pages.more}>{t('records.more')}</button>}
    </>
  );
}
