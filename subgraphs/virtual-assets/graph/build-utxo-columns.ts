import { COIN_JOIN_KINDS, type ShapeAmount } from '../coinjoin/coinjoin.js';
import { recogniseCoinJoin, WASABI_COORDINATORS } from '../coinjoin/recognise-coinjoin.js';
import { HASH_BYTES, visitBitcoinRow } from '../ledger/bitcoin-chunk.js';
import { ByteReader } from '../ledger/byte-reader.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import { SCRIPT_TYPES } from '../ledger/script-types.js';
import { newColumns, type ColumnLengths } from './columns.js';
import { equalBytes, findInSlots, hashOfBytes, newSlots, putInSlots, slotCount } from './hash-slots.js';
import { groupMembers } from './grouped-list.js';
import { InternedTexts } from './interned-texts.js';
import type { LedgerFindings } from './ledger-finding.js';
import { heightOf, orderTransactions } from './order-transactions.js';
import { bytesOf, chunkOf, findTransaction, hashOfTxid, placeTransactions, report, txidOf, type PlacedRows } from './place-transactions.js';
import { FLAG, UTXO_COLUMNS, type UtxoColumns } from './utxo-columns.js';

export interface BuiltUtxoLedger {
  readonly memory: SharedArrayBuffer;
  readonly lengths: ColumnLengths<typeof UTXO_COLUMNS>;
  readonly summary: { readonly transactions: number; readonly repeated: number; readonly orphaned: number };
}

/** Puts all rows of a ledger into columns. What comes out follows from the rows alone, not from the order of files. */
export function buildUtxoColumns(given: readonly LedgerChunk[], findings: LedgerFindings): BuiltUtxoLedger {
  const rows = placeTransactions(given, findings);
  const order = orderTransactions(rows, findings);
  const draft = new Draft(rows, order, findings);
  for (let transaction = 0; transaction < order.length; transaction += 1) draft.add(transaction);
  const { memory, lengths } = draft.finish();
  return { memory, lengths, summary: { transactions: order.length, repeated: rows.repeated, orphaned: rows.orphaned } };
}

/** Outputs whose making is not in the ledger, each once. */
class ForeignOutputs {
  readonly txidPlaces: { readonly bytes: Uint8Array; readonly offset: number }[] = [];
  readonly vouts: number[] = [];
  #slots = newSlots(1 << 10);

  /** The number that it has from now on, or -1 when it is known already. */
  add(bytes: Uint8Array, offset: number, vout: number): number {
    const hash = hashOfTxid(bytes, offset) ^ Math.imul(vout, 0x9e3779b1);
    const known = findInSlots(this.#slots, hash, (entry) => this.#is(entry, bytes, offset, vout));
    if (known !== -1) return -1;
    if ((this.vouts.length + 1) * 2 > this.#slots.length) this.#grow();
    putInSlots(this.#slots, hash, this.vouts.length);
    this.txidPlaces.push({ bytes, offset });
    return this.vouts.push(vout) - 1;
  }

  #is(entry: number, bytes: Uint8Array, offset: number, vout: number): boolean {
    const place = this.txidPlaces[entry];
    return place !== undefined && this.vouts[entry] === vout && equalBytes(place.bytes, place.offset, bytes, offset, HASH_BYTES);
  }

  #grow(): void {
    this.#slots = newSlots(this.vouts.length * 2);
    this.txidPlaces.forEach(({ bytes, offset }, entry) => putInSlots(this.#slots, hashOfTxid(bytes, offset) ^ Math.imul(this.vouts[entry] ?? 0, 0x9e3779b1), entry));
  }
}

class Draft {
  readonly #rows: PlacedRows;
  readonly #order: Int32Array;
  readonly #findings: LedgerFindings;
  /** By row: its place in the order, or -1. */
  readonly #placeOf: Int32Array;
  readonly #addresses = new InternedTexts();
  /** Numbers of the addresses of the chunks in hand. */
  readonly #chunkAddresses = new Map<number, Int32Array>();
  readonly #foreign = new ForeignOutputs();
  readonly #outputStart: Int32Array;
  readonly #inputStart: Int32Array;
  readonly #spent: Int32Array;
  readonly #satoshi: Float64Array;
  readonly #address: Int32Array;
  readonly #scriptType: Uint8Array;
  readonly #madeBy: Int32Array;
  readonly #spentBy: Int32Array;
  readonly #flags: Uint8Array;
  readonly #coinJoin: Uint8Array;
  readonly #foreignAmounts: { readonly satoshi: number; readonly address: number; readonly scriptType: number; readonly spentBy: number }[] = [];

  constructor(rows: PlacedRows, order: Int32Array, findings: LedgerFindings) {
    [this.#rows, this.#order, this.#findings] = [rows, order, findings];
    this.#placeOf = new Int32Array(rows.lineOf.length).fill(-1);
    this.#outputStart = new Int32Array(order.length + 1);
    this.#inputStart = new Int32Array(order.length + 1);
    order.forEach((row, place) => {
      this.#placeOf[row] = place;
      this.#outputStart[place + 1] = (this.#outputStart[place] ?? 0) + (rows.outputCount[row] ?? 0);
      this.#inputStart[place + 1] = (this.#inputStart[place] ?? 0) + (rows.inputCount[row] ?? 0);
    });
    const outputs = this.#outputStart[order.length] ?? 0;
    this.#spent = new Int32Array(this.#inputStart[order.length] ?? 0);
    this.#satoshi = new Float64Array(outputs);
    this.#address = new Int32Array(outputs);
    this.#scriptType = new Uint8Array(outputs);
    this.#madeBy = new Int32Array(outputs);
    for (let place = 0; place < order.length; place += 1) this.#madeBy.fill(place, this.#outputStart[place], this.#outputStart[place + 1]);
    this.#spentBy = new Int32Array(outputs).fill(-1);
    this.#flags = new Uint8Array(order.length);
    this.#coinJoin = new Uint8Array(order.length);
  }

  add(transaction: number): void {
    const rows = this.#rows;
    const row = this.#order[transaction] ?? 0;
    const { bytes } = chunkOf(rows, row);
    const addresses = this.#addressNumbers(row);
    const reader = new ByteReader(bytes);
    reader.position = rows.bodyOffset[row] ?? 0;
    let [place, output, originKnown] = [this.#inputStart[transaction] ?? 0, this.#outputStart[transaction] ?? 0, true];
    const [spent, made]: [ShapeAmount[], ShapeAmount[]] = [[], []];
    const number = (index: number): number => (index === -1 ? -1 : addresses(index));
    visitBitcoinRow(reader, {
      input: (offset, vout, address, satoshi, scriptType) => {
        const stated = { satoshi, address: number(address), scriptType };
        const known = this.#knownOutput(row, transaction, bytes, offset, vout, stated);
        const found = known ?? this.#foreignOutput(row, transaction, bytes, offset, vout, stated);
        this.#spent[place] = found;
        place += 1;
        if (known === null || ((this.#flags[this.#madeBy[known] ?? 0] ?? 0) & FLAG.originKnown) === 0) originKnown = false;
        spent.push(shapeOf(stated));
      },
      output: (address, satoshi, scriptType) => {
        const stated = { satoshi, address: number(address), scriptType };
        this.#satoshi[output] = satoshi;
        this.#address[output] = stated.address;
        this.#scriptType[output] = scriptType;
        output += 1;
        made.push(shapeOf(stated));
      },
    });
    this.#flags[transaction] = (rows.coinbase[row] === 1 ? FLAG.coinbase : 0) | (originKnown ? FLAG.originKnown : 0);
    const kind = this.#recognise(row, spent, made);
    this.#coinJoin[transaction] = kind === null ? 0 : COIN_JOIN_KINDS.indexOf(kind) + 1;
  }

  finish(): Pick<BuiltUtxoLedger, 'memory' | 'lengths'> {
    const [transactions, foreign, made] = [this.#order.length, this.#foreignAmounts.length, this.#satoshi.length];
    const lengths: ColumnLengths<typeof UTXO_COLUMNS> = {
      txid: transactions * HASH_BYTES, height: transactions, time: transactions, flags: transactions, coinJoin: transactions,
      inputStart: transactions + 1, spent: this.#spent.length, outputStart: transactions + 1,
      satoshi: made + foreign, address: made + foreign, scriptType: made + foreign, madeBy: made, spentBy: made + foreign,
      foreignTxid: foreign * HASH_BYTES, foreignVout: foreign,
      addressBytes: this.#addresses.bytes.length, addressStart: this.#addresses.count + 1, addressSlots: this.#addresses.slots.length,
      addressOutputStart: this.#addresses.count + 1, addressOutput: this.#withAddress(), txidSlots: slotCount(transactions),
    };
    const { memory, columns } = newColumns(UTXO_COLUMNS, lengths);
    this.#fillTransactions(columns);
    this.#fillOutputs(columns);
    columns.addressBytes.set(this.#addresses.bytes);
    columns.addressStart.set(this.#addresses.starts);
    columns.addressSlots.set(this.#addresses.slots);
    groupMembers(this.#addresses.count, columns.address, columns.addressOutputStart, columns.addressOutput);
    return { memory, lengths };
  }

  /** The output of the ledger that an input spends; null when none does, or what the row says of it is not so. */
  #knownOutput(row: number, transaction: number, bytes: Uint8Array, offset: number, vout: number, stated: { satoshi: number; address: number }): number | null {
    const parentRow = findTransaction(this.#rows, bytes, offset);
    const parent = parentRow === -1 ? -1 : (this.#placeOf[parentRow] ?? -1);
    if (parent === -1) return null;
    const name = (): string => `output ${vout} of ${txidOf(this.#rows, parentRow)}`;
    const object = (fault: string): null => {
      report(this.#rows, this.#findings, row, `Transaction ${txidOf(this.#rows, row)} ${fault}; where this input comes from counts as unknown.`);
      return null;
    };
    if (parent >= transaction) return object(`spends ${name()}, which a later block holds`);
    const output = (this.#outputStart[parent] ?? 0) + vout;
    if (output >= (this.#outputStart[parent + 1] ?? 0)) return object(`spends ${name()}, which does not exist`);
    const spender = this.#spentBy[output] ?? -1;
    if (spender !== -1) return object(`spends ${name()}, which ${txidOf(this.#rows, this.#order[spender] ?? 0)} has spent`);
    if (this.#satoshi[output] !== stated.satoshi || (stated.address !== -1 && this.#address[output] !== stated.address)) return object(`states another amount or address for ${name()} than that output has`);
    this.#spentBy[output] = transaction;
    return output;
  }

  #foreignOutput(row: number, transaction: number, bytes: Uint8Array, offset: number, vout: number, stated: { satoshi: number; address: number; scriptType: number }): number {
    if (this.#foreign.add(bytes, offset, vout) === -1) {
      report(this.#rows, this.#findings, row, `Transaction ${txidOf(this.#rows, row)} spends output ${vout} of ${bytesToHex(bytes, offset)}, which another transaction has spent.`);
      this.#foreign.txidPlaces.push({ bytes, offset });
      this.#foreign.vouts.push(vout);
    }
    this.#foreignAmounts.push({ ...stated, spentBy: transaction });
    return this.#satoshi.length + this.#foreignAmounts.length - 1;
  }

  #addressNumbers(row: number): (index: number) => number {
    const chunk = this.#rows.chunkOf[row] ?? 0;
    const { head } = chunkOf(this.#rows, row);
    let numbers = this.#chunkAddresses.get(chunk);
    if (numbers === undefined) this.#chunkAddresses.set(chunk, (numbers = new Int32Array(head.addresses.length).fill(-1)));
    const known = numbers;
    return (index) => {
      const number = known[index] ?? -1;
      if (number !== -1) return number;
      return (known[index] = this.#addresses.intern(head.addresses[index] ?? ''));
    };
  }

  #recognise(row: number, inputs: readonly ShapeAmount[], outputs: readonly ShapeAmount[]): ReturnType<typeof recogniseCoinJoin> {
    return recogniseCoinJoin({ height: heightOf(this.#rows, row), inputs, outputs }, (owner) => typeof owner === 'number' && WASABI_COORDINATORS.has(this.#addresses.text(owner)));
  }

  #withAddress(): number {
    let count = 0;
    for (const address of this.#address) if (address >= 0) count += 1;
    for (const { address } of this.#foreignAmounts) if (address >= 0) count += 1;
    return count;
  }

  #fillTransactions(columns: UtxoColumns): void {
    this.#order.forEach((row, transaction) => {
      const offset = this.#rows.txidOffset[row] ?? 0;
      const block = this.#rows.blocks[this.#rows.blockOf[row] ?? 0];
      columns.txid.set(bytesOf(this.#rows, row).subarray(offset, offset + HASH_BYTES), transaction * HASH_BYTES);
      columns.height[transaction] = block?.height ?? 0;
      columns.time[transaction] = block?.time ?? 0;
      putInSlots(columns.txidSlots, hashOfBytes(columns.txid, transaction * HASH_BYTES, (transaction + 1) * HASH_BYTES), transaction);
    });
    columns.flags.set(this.#flags);
    columns.coinJoin.set(this.#coinJoin);
    columns.inputStart.set(this.#inputStart);
    columns.outputStart.set(this.#outputStart);
    columns.spent.set(this.#spent);
  }

  #fillOutputs(columns: UtxoColumns): void {
    columns.satoshi.set(this.#satoshi);
    columns.address.set(this.#address);
    columns.scriptType.set(this.#scriptType);
    columns.spentBy.set(this.#spentBy);
    columns.madeBy.set(this.#madeBy);
    const made = this.#satoshi.length;
    this.#foreignAmounts.forEach(({ satoshi, address, scriptType, spentBy }, index) => {
      columns.satoshi[made + index] = satoshi;
      columns.address[made + index] = address;
      columns.scriptType[made + index] = scriptType;
      columns.spentBy[made + index] = spentBy;
      const { bytes, offset } = this.#foreign.txidPlaces[index] ?? { bytes: new Uint8Array(HASH_BYTES), offset: 0 };
      columns.foreignTxid.set(bytes.subarray(offset, offset + HASH_BYTES), index * HASH_BYTES);
      columns.foreignVout[index] = this.#foreign.vouts[index] ?? 0;
    });
  }
}

function shapeOf({ satoshi, address, scriptType }: { satoshi: number; address: number; scriptType: number }): ShapeAmount {
  return { satoshi, owner: address === -1 ? null : address, scriptType: SCRIPT_TYPES[scriptType] ?? 'nonstandard' };
}

function bytesToHex(bytes: Uint8Array, offset: number): string {
  return Buffer.from(bytes.subarray(offset, offset + HASH_BYTES)).toString('hex');
}
