import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importBitcoin, importEther, type LedgerImportProgress } from '../../../subgraphs/virtual-assets/ledger/import-ledger.js';
import type { LedgerRow } from '../../../subgraphs/virtual-assets/ledger/ledger-row.js';
import type { LedgerStore } from '../../../subgraphs/virtual-assets/ledger/ledger.store.js';
import type { ImportEnd } from '../import-file.js';
import { progressOf } from '../progress.js';
import { RefusedRows } from '../refused-rows.js';
import type { LedgerKind } from './is-ledger-kind.js';
import { bitcoinRows, etherRows } from './ledger-rows.js';

/** Stores a file of the public ledger. A row that is refused is written beside the file with its line and reason; the rest goes on. */
export async function importLedgerFile(store: LedgerStore, kind: LedgerKind, file: string, output: NodeJS.WriteStream): Promise<ImportEnd> {
  const { size } = await stat(file);
  const refused = new RefusedRows(`${file}.refused.csv`, []);
  await refused.begin();
  const counts = { rows: 0, refused: 0, newChunks: 0 };
  const progress = progressOf(output, size, inWords(counts));
  const onBytes = (bytes: number): void => { progress.show(inWords(counts), bytes); };
  const options = { source: basename(file), onRefused: () => { counts.refused += 1; }, onProgress: (now: LedgerImportProgress) => { Object.assign(counts, now); } };
  try {
    const end = kind === 'bitcoin'
      ? await importBitcoin(store, reported(await bitcoinRows(file, onBytes), refused), options)
      : await importEther(store, reported(await etherRows(file, onBytes), refused), options);
    const mend = end.refused === 0 ? '' : `What is wrong with the refused rows is in ${refused.file}. Mend them and run the import again: what stands is recognised.\n`;
    return { text: `${inWords(end)}.\n${mend}`, complete: end.refused === 0 };
  } finally {
    progress.end();
    await refused.end();
  }
}

/** Each refused row is on its way to the report before the next is read, so that a hostile file costs no memory. */
async function* reported<Row>(batches: AsyncIterable<readonly LedgerRow<Row>[]>, refused: RefusedRows): AsyncGenerator<readonly LedgerRow<Row>[]> {
  for await (const batch of batches) {
    for (const item of batch) {
      if ('fault' in item) await refused.add({ line: item.line, cells: [] }, [{ column: null, field: '', message: item.fault }]);
    }
    yield batch;
  }
}

function inWords({ rows, refused, newChunks }: LedgerImportProgress): string {
  const number = new Intl.NumberFormat('en');
  return `${number.format(rows)} rows read, ${number.format(refused)} refused, ${number.format(newChunks)} new pieces stored`;
}
