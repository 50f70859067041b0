import { Readable } from 'node:stream';
import { CsvError, parse, type Info } from 'csv-parse';
import type { EtherTransfer } from './ether-transfer.js';
import { rowAt, type LedgerRow } from './ledger-row.js';
import { orderedPath, requireAccount, requireEtherHash, requireUnits } from './read-ether-lines.js';
import { shown } from './row-fields.js';
import { RowFault } from './row-fault.js';

/** Call data of the largest transactions takes about a quarter of this. */
const LONGEST_ROW = 2_000_000;

type Cells = Readonly<Record<string, string>>;

/**
 * CSV as ethereum-etl exports it: `transactions` (a column `hash`) and `token_transfers` (a column `token_address`), told
 * apart by their header. Columns as in https://ethereum-etl.readthedocs.io/en/latest/schema/.
 */
export async function* readEtherCsv(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LedgerRow<EtherTransfer>[]> {
  const parser = Readable.from(pieces).pipe(parse({ bom: true, info: true, columns: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW }));
  let last = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: Cells; info: Info }>) {
      last = info.lines;
      yield [rowAt(last, () => etherTransfer(record))];
    }
  } catch (error) {
    // What follows a broken quote or an endless row cannot be told apart from it.
    if (!(error instanceof CsvError)) throw error;
    yield [{ line: last + 1, fault: `The file cannot be read further: ${error.message}` }];
  }
}

function etherTransfer(cells: Cells): EtherTransfer {
  if (cells['token_address'] !== undefined) return tokenTransfer(cells);
  if (cells['hash'] !== undefined) return transaction(cells);
  throw new RowFault('The file has neither a column hash (transactions) nor token_address (token_transfers).');
}

function transaction(cells: Cells): EtherTransfer {
  const gasPrice = cells['receipt_effective_gas_price'] || cells['gas_price'];
  const gasUsed = cells['receipt_gas_used'];
  return {
    kind: 'transaction',
    hash: requireEtherHash(cells['hash'], 'hash'),
    ...blockOf(cells),
    position: wholeCell(cells, 'transaction_index', 0xffff_ffff),
    within: '',
    from: requireAccount(cells['from_address'], 'from_address'),
    to: cells['to_address'] ? requireAccount(cells['to_address'], 'to_address') : null,
    token: null,
    amount: requireUnits(cells['value'], 'value'),
    failed: cells['receipt_status'] === '0',
    fee: gasUsed && gasPrice ? requireUnits(gasUsed, 'receipt_gas_used') * requireUnits(gasPrice, 'gas_price') : null,
  };
}

function tokenTransfer(cells: Cells): EtherTransfer {
  const logIndex = wholeCell(cells, 'log_index', 0xffff_ffff);
  return {
    kind: 'token',
    hash: requireEtherHash(cells['transaction_hash'], 'transaction_hash'),
    ...blockOf(cells),
    // Logs are numbered through the block, in the order of its transactions.
    position: logIndex,
    within: orderedPath([String(logIndex)]),
    from: requireAccount(cells['from_address'], 'from_address'),
    to: requireAccount(cells['to_address'], 'to_address'),
    token: { contract: requireAccount(cells['token_address'], 'token_address'), symbol: null, decimals: null },
    amount: requireUnits(cells['value'], 'value'),
    failed: false,
    fee: null,
  };
}

function blockOf(cells: Cells): Pick<EtherTransfer, 'blockNumber' | 'blockHash' | 'time'> {
  return {
    blockNumber: wholeCell(cells, 'block_number', 0x7fff_ffff),
    blockHash: cells['block_hash'] ? requireEtherHash(cells['block_hash'], 'block_hash') : null,
    time: cells['block_timestamp'] ? timeCell(cells['block_timestamp']) : null,
  };
}

function wholeCell(cells: Cells, name: string, most: number): number {
  const text = cells[name] ?? '';
  const value = Number(text);
  if (!/^\d{1,16}$/.test(text) || value > most) throw new RowFault(`${name} is no whole number from 0 to ${most}: ${shown(cells[name])}.`);
  return value;
}

/** Seconds since 1970, or the UTC text that exports for BigQuery carry. */
function timeCell(text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  const [matched, day, clock] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.0+)?(?: UTC|Z|\+00:00)?$/.exec(text) ?? [];
  const milliseconds = matched === undefined ? Number.NaN : Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(milliseconds)) throw new RowFault(`block_timestamp is no time: ${shown(text)}.`);
  return milliseconds / 1000;
}
