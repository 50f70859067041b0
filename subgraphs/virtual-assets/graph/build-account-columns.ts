import type { EtherTransfer } from '../ledger/ether-transfer.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import { ACCOUNT_COLUMNS } from './account-columns.js';
import { ETHER, TRANSFER_KINDS, type TransferKind } from './account-source.js';
import { newColumns, type ColumnLengths } from './columns.js';
import { groupMembers } from './grouped-list.js';
import { InternedTexts } from './interned-texts.js';
import type { LedgerFindings } from './ledger-finding.js';
import { orderTransfers, type OrderedTransfers } from './order-transfers.js';
import { hashOfBytes, newSlots, putInSlots } from './hash-slots.js';
import { writeWide } from './wide-numbers.js';

export interface BuiltAccountLedger {
  readonly memory: SharedArrayBuffer;
  readonly lengths: ColumnLengths<typeof ACCOUNT_COLUMNS>;
  readonly summary: OrderedTransfers['summary'];
}

interface Movement {
  readonly kind: TransferKind;
  readonly row: EtherTransfer;
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
}

const HASH_BYTES = 32;

/** Puts all rows of a ledger of accounts into columns. What comes out follows from the rows alone. */
export function buildAccountColumns(chunks: readonly LedgerChunk[], findings: LedgerFindings): BuiltAccountLedger {
  const { transfers, summary } = orderTransfers(chunks, findings);
  const [accounts, assets, hashes] = [new InternedTexts(), new InternedTexts(), new InternedTexts()];
  const holdings = new Map<string, number>();
  const [holdingAccount, holdingAsset]: [number[], number[]] = [[], []];
  const holdingOf = (account: string, asset: string): number => {
    const [accountNumber, assetNumber] = [accounts.intern(account), assets.intern(asset)];
    const key = `${accountNumber} ${assetNumber}`;
    const known = holdings.get(key);
    if (known !== undefined) return known;
    holdingAccount.push(accountNumber);
    const holding = holdingAsset.push(assetNumber) - 1;
    holdings.set(key, holding);
    return holding;
  };
  const movements = transfers.flatMap((row): Movement[] => {
    const asset = row.token?.contract ?? ETHER;
    const from = holdingOf(row.from, asset);
    const to = row.to === null ? -1 : holdingOf(row.to, asset);
    // Gas is paid for before anything moves, and also when nothing does.
    const fee: Movement[] = row.fee !== null && row.fee > 0n ? [{ kind: 'fee', row, from, to: -1, amount: row.fee }] : [];
    return [...fee, { kind: row.kind, row, from, to, amount: row.failed ? 0n : row.amount }];
  });
  const transactionOf = Int32Array.from(movements, ({ row }) => (row.hash === null ? -1 : hashes.intern(row.hash)));
  const openings = openingBalances(movements, holdingAccount.length);
  const events = eventsOf(movements, holdingAccount.length);
  const counted = transactionOf.filter((transaction) => transaction >= 0).length;
  const slots = newSlots(hashes.count);
  const lengths: ColumnLengths<typeof ACCOUNT_COLUMNS> = {
    kind: movements.length, from: movements.length, to: movements.length, amount: movements.length * 4, time: movements.length, block: movements.length,
    transaction: movements.length, transactionHash: hashes.count * HASH_BYTES, transactionStart: hashes.count + 1, transactionTransfer: counted, transactionSlots: slots.length,
    holdingAccount: holdingAccount.length, holdingAsset: holdingAsset.length, opening: holdingAccount.length * 4, eventStart: events.starts.length, event: events.events.length,
    accountHoldingStart: accounts.count + 1, accountHolding: holdingAccount.length,
    accountBytes: accounts.bytes.length, accountStart: accounts.count + 1, accountSlots: accounts.slots.length, assetBytes: assets.bytes.length, assetStart: assets.count + 1,
  };
  const { memory, columns } = newColumns(ACCOUNT_COLUMNS, lengths);
  movements.forEach(({ kind, row, from, to, amount }, index) => {
    columns.kind[index] = TRANSFER_KINDS.indexOf(kind);
    columns.from[index] = from;
    columns.to[index] = to;
    writeWide(columns.amount, index, amount);
    columns.time[index] = row.time ?? -1;
    columns.block[index] = row.blockNumber ?? -1;
  });
  columns.transaction.set(transactionOf);
  for (let hash = 0; hash < hashes.count; hash += 1) columns.transactionHash.set(Buffer.from(hashes.text(hash).slice(2), 'hex'), hash * HASH_BYTES);
  for (let hash = 0; hash < hashes.count; hash += 1) putInSlots(slots, hashOfBytes(columns.transactionHash, hash * HASH_BYTES, (hash + 1) * HASH_BYTES), hash);
  columns.transactionSlots.set(slots);
  groupMembers(hashes.count, transactionOf, columns.transactionStart, columns.transactionTransfer);
  columns.holdingAccount.set(holdingAccount);
  columns.holdingAsset.set(holdingAsset);
  openings.forEach((opening, holding) => writeWide(columns.opening, holding, opening));
  columns.eventStart.set(events.starts);
  columns.event.set(events.events);
  groupMembers(accounts.count, columns.holdingAccount, columns.accountHoldingStart, columns.accountHolding);
  columns.accountBytes.set(accounts.bytes);
  columns.accountStart.set(accounts.starts);
  columns.accountSlots.set(accounts.slots);
  columns.assetBytes.set(assets.bytes);
  columns.assetStart.set(assets.starts);
  return { memory, lengths, summary };
}

/** How far each balance would have fallen below zero. */
function openingBalances(movements: readonly Movement[], holdings: number): bigint[] {
  const balance = new Array<bigint>(holdings).fill(0n);
  const opening = new Array<bigint>(holdings).fill(0n);
  for (const { from, to, amount } of movements) {
    const left = (balance[from] ?? 0n) - amount;
    balance[from] = left;
    if (-left > (opening[from] ?? 0n)) opening[from] = -left;
    if (to !== -1) balance[to] = (balance[to] ?? 0n) + amount;
  }
  return opening;
}

/** Of each holding the movements of more than nothing that change it, ascending; one to itself once. */
function eventsOf(movements: readonly Movement[], holdings: number): { readonly starts: Int32Array; readonly events: Int32Array } {
  const starts = new Int32Array(holdings + 1);
  const touched = (movement: Movement): readonly number[] => (movement.amount === 0n ? [] : movement.to === -1 || movement.to === movement.from ? [movement.from] : [movement.from, movement.to]);
  for (const movement of movements) for (const holding of touched(movement)) starts[holding + 1] = (starts[holding + 1] ?? 0) + 1;
  for (let holding = 0; holding < holdings; holding += 1) starts[holding + 1] = (starts[holding + 1] ?? 0) + (starts[holding] ?? 0);
  const next = starts.slice();
  const events = new Int32Array(starts[holdings] ?? 0);
  movements.forEach((movement, index) => {
    for (const holding of touched(movement)) {
      const place = next[holding] ?? 0;
      events[place] = index;
      next[holding] = place + 1;
    }
  });
  return { starts, events };
}
