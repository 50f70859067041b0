import type { BitcoinBlock, BitcoinInput, BitcoinOutput, BitcoinTransaction } from './bitcoin-transaction.js';
import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { SCRIPT_TYPES, type ScriptType } from './script-types.js';

const VERSION = 1;
const [HAS_HASH, HAS_PREVIOUS] = [1, 2];
export const HASH_BYTES = 32;

/** Puts transactions into one chunk: addresses and blocks once each, numbers in as few bytes as they need. */
export class BitcoinChunkWriter {
  readonly #rows = new ByteWriter();
  readonly #addresses = new Map<string, number>();
  readonly #blocks = new Map<string, { readonly index: number; readonly block: BitcoinBlock }>();
  #count = 0;
  #addressBytes = 0;

  get rows(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#rows.length + this.#addressBytes;
  }

  add(line: number, { txid, block, coinbase, inputs, outputs }: BitcoinTransaction): void {
    const rows = this.#rows;
    rows.whole(line);
    rows.fixedHex(txid);
    rows.whole(this.#blockIndex(block));
    rows.byte(coinbase ? 1 : 0);
    rows.whole(inputs.length);
    for (const input of inputs) {
      rows.fixedHex(input.txid);
      rows.whole(input.vout);
      this.#amount(input);
    }
    rows.whole(outputs.length);
    for (const output of outputs) this.#amount(output);
    this.#count += 1;
  }

  finish(): Buffer {
    const chunk = new ByteWriter();
    chunk.byte(VERSION);
    chunk.whole(this.#blocks.size);
    for (const { block } of this.#blocks.values()) {
      chunk.whole(block.height);
      chunk.whole(block.time);
      chunk.byte((block.hash === null ? 0 : HAS_HASH) | (block.previousHash === null ? 0 : HAS_PREVIOUS));
      if (block.hash !== null) chunk.fixedHex(block.hash);
      if (block.previousHash !== null) chunk.fixedHex(block.previousHash);
    }
    chunk.whole(this.#addresses.size);
    for (const address of this.#addresses.keys()) chunk.text(address);
    chunk.whole(this.#count);
    chunk.bytes(this.#rows.finish());
    return chunk.finish();
  }

  #amount({ address, satoshi, scriptType }: BitcoinOutput): void {
    this.#rows.whole(address === null ? 0 : this.#addressIndex(address) + 1);
    this.#rows.whole(Number(satoshi));
    this.#rows.byte(SCRIPT_TYPES.indexOf(scriptType));
  }

  #addressIndex(address: string): number {
    const known = this.#addresses.get(address);
    if (known !== undefined) return known;
    const index = this.#addresses.size;
    this.#addresses.set(address, index);
    this.#addressBytes += address.length + 1;
    return index;
  }

  #blockIndex(block: BitcoinBlock): number {
    const key = `${block.height} ${String(block.hash)} ${block.time} ${String(block.previousHash)}`;
    const known = this.#blocks.get(key);
    if (known !== undefined) return known.index;
    const index = this.#blocks.size;
    this.#blocks.set(key, { index, block });
    return index;
  }
}

/** What comes before the rows of a chunk. */
export interface BitcoinChunkHead {
  readonly blocks: readonly BitcoinBlock[];
  readonly addresses: readonly string[];
  readonly rows: number;
}

/** Leaves the reader at the first row. */
export function readBitcoinHead(reader: ByteReader): BitcoinChunkHead {
  const version = reader.byte();
  if (version !== VERSION) throw new RangeError(`A chunk of the ledger has version ${version}; this program reads ${VERSION}.`);
  const blocks = Array.from({ length: reader.whole() }, (): BitcoinBlock => {
    const [height, time, has] = [reader.whole(), reader.whole(), reader.byte()];
    const hash = (has & HAS_HASH) === 0 ? null : reader.fixedHex(HASH_BYTES);
    return { height, hash, previousHash: (has & HAS_PREVIOUS) === 0 ? null : reader.fixedHex(HASH_BYTES), time };
  });
  const addresses = Array.from({ length: reader.whole() }, () => reader.text());
  return { blocks, addresses, rows: reader.whole() };
}

/** One row without the objects of one: what building millions of them into columns reads. */
export interface BitcoinRowVisitor {
  /** Of each input; `address` is the place in the head's list, -1 for none; the hash lies at that offset of the chunk. */
  input(txidOffset: number, vout: number, address: number, satoshi: number, scriptType: number): void;
  output(address: number, satoshi: number, scriptType: number): void;
}

export interface BitcoinRowHead {
  readonly line: number;
  readonly txidOffset: number;
  readonly block: number;
  readonly coinbase: boolean;
}

export function readBitcoinRowHead(reader: ByteReader): BitcoinRowHead {
  return { line: reader.whole(), txidOffset: reader.skip(HASH_BYTES), block: reader.whole(), coinbase: reader.byte() === 1 };
}

export function visitBitcoinRow(reader: ByteReader, visitor: BitcoinRowVisitor): void {
  for (let left = reader.whole(); left > 0; left -= 1) visitor.input(reader.skip(HASH_BYTES), reader.whole(), reader.whole() - 1, reader.whole(), reader.byte());
  for (let left = reader.whole(); left > 0; left -= 1) visitor.output(reader.whole() - 1, reader.whole(), reader.byte());
}

/** The transactions of a chunk as they were given, with their lines. */
export function* readBitcoinChunk(payload: Uint8Array): Generator<{ readonly line: number; readonly row: BitcoinTransaction }> {
  const reader = new ByteReader(payload);
  const { blocks, addresses, rows } = readBitcoinHead(reader);
  for (let left = rows; left > 0; left -= 1) {
    const { line, txidOffset, block, coinbase } = readBitcoinRowHead(reader);
    const [inputs, outputs]: [BitcoinInput[], BitcoinOutput[]] = [[], []];
    const amount = (address: number, satoshi: number, scriptType: number): BitcoinOutput => ({
      address: addresses[address] ?? null, satoshi: BigInt(satoshi), scriptType: SCRIPT_TYPES[scriptType] ?? ('nonstandard' satisfies ScriptType),
    });
    visitBitcoinRow(reader, {
      input: (offset, vout, ...rest) => void inputs.push({ txid: reader.bytes.toString('hex', offset, offset + HASH_BYTES), vout, ...amount(...rest) }),
      output: (...rest) => void outputs.push(amount(...rest)),
    });
    const placed = blocks[block];
    if (placed === undefined) throw new RangeError('A chunk of the ledger names a block that it does not hold.');
    yield { line, row: { txid: reader.bytes.toString('hex', txidOffset, txidOffset + HASH_BYTES), block: placed, coinbase, inputs, outputs } };
  }
}
