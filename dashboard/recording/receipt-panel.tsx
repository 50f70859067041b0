import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Outcome, Receipt } from '../api/recording-documents.js';
import { atDesk, type RecordKind } from '../address/address.js';
import { Link } from '../address/link.js';
import { formatDecimal } from '../format/decimal.js';
import { instant } from '../format/dates.js';
import { useWords } from '../language/language.js';
import { HandlingLine } from '../parts/handling-line.js';
import { saveFile } from '../parts/save-file.js';

interface ReceiptPanelProps {
  readonly kind: RecordKind;
  readonly accepted: Extract<Outcome, { readonly repeated: boolean }>;
  readonly again: () => void;
}

/** Proof of the write, for the officer's files. */
export function ReceiptPanel({ kind, accepted, again }: ReceiptPanelProps): JSX.Element {
  const { t, locale } = useWords();
  const { record, receipt, repeated } = accepted;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section class="receipt" aria-labelledby="receipt">
      <h2 id="receipt" tabIndex={-1} ref={head}>{t(repeated ? 'receipt.repeated' : 'receipt.recorded')}</h2>
      <p>{t(repeated ? 'receipt.repeatedWhat' : 'receipt.recordedWhat')}</p>
      <dl class="facts">
        {record !== null && (
          <>
            <dt>{t('form.reference')}</dt><dd>{record.reference}</dd>
            <dt>{t('receipt.at')}</dt><dd><time dateTime={record.recordedAt}>{instant(record.recordedAt)}</time></dd>
            <dt>{t('records.handling')}</dt><dd><HandlingLine handling={record.handling} /></dd>
            <dt>{t('receipt.id')}</dt><dd><code>{record.id}</code></dd>
          </>
        )}
        {receipt !== null && (
          <>
            <dt>{t('receipt.seq')}</dt><dd>{formatDecimal(String(receipt.seq), locale)}</dd>
            <dt>{t('receipt.hash')}</dt><dd><code>{receipt.hash}</code></dd>
            <dt>{t('receipt.signature')}</dt><dd><code>{receipt.signature}</code></dd>
          </>
        )}
      </dl>
      <div class="form-end">
        <button type="button" class="primary" onClick={again}>{t(`receipt.again.${kind}`)}</button>
        {receipt !== null && record !== null && <button type="button" onClick={() => save(record.id, receipt)}>{t('receipt.save')}</button>}
        <Link to={atDesk('given', kind)}>{t('receipt.desk')}</Link>
      </div>
    </section>
  );
}

function save(id: string, receipt: Receipt): void {
  saveFile(`receipt-${id}.json`, 'application/json', `${JSON.stringify({ record: id, ...receipt }, null, 2)}\n`);
}
