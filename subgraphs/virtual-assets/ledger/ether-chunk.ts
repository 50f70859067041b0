import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { ETHER_KINDS, type EtherTransfer, type Token } from './ether-transfer.js';

const VERSION = 1;
const HASH_BYTES = 32;
const ACCOUNT_BYTES = 20;
const FLAGS = { hash: 1, block: 2, blockHash: 4, time: 8, to: 16, token: 32, failed: 64, fee: 128 } as const;

/** Puts transfers into one chunk: accounts, block hashes and tokens once each. */
export class EtherChunkWriter {
  readonly #rows = new ByteWriter();
  readonly #accounts = new Map<string, number>();
  readonly #blockHashes = new Map<string, number>();
  readonly #tokens = new Map<string, { readonly index: number; readonly token: Token }>();
  #count = 0;

  get rows(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#rows.length + this.#accounts.size * ACCOUNT_BYTES + this.#blockHashes.size * HASH_BYTES;
  }

  add(line: number, transfer: EtherTransfer): void {
    const rows = this.#rows;
    const { hash, blockNumber, blockHash, time, to, token, failed, fee } = transfer;
    rows.whole(line);
    rows.byte(ETHER_KINDS.indexOf(transfer.kind));
    rows.byte(
      (hash === null ? 0 : FLAGS.hash) | (blockNumber === null ? 0 : FLAGS.block) | (blockHash === null ? 0 : FLAGS.blockHash) | (time === null ? 0 : FLAGS.time) |
      (to === null ? 0 : FLAGS.to) | (token === null ? 0 : FLAGS.token) | (failed ? FLAGS.failed : 0) | (fee === null ? 0 : FLAGS.fee),
    );
    if (hash !== null) rows.fixedHex(hash.slice(2));
    if (blockNumber !== null) rows.whole(blockNumber);
    if (blockHash !== null) rows.whole(indexIn(this.#blockHashes, blockHash));
    if (time !== null) rows.whole(time);
    rows.whole(transfer.position);
    rows.text(transfer.within);
    rows.whole(indexIn(this.#accounts, transfer.from));
    if (to !== null) rows.whole(indexIn(this.#accounts, to));
    if (token !== null) rows.whole(this.#tokenIndex(token));
    rows.large(transfer.amount);
    if (fee !== null) rows.large(fee);
    this.#count += 1;
  }

  finish(): Buffer {
    const chunk = new ByteWriter();
    chunk.byte(VERSION);
    chunk.whole(this.#accounts.size);
    for (const account of this.#accounts.keys()) chunk.fixedHex(account.slice(2));
    chunk.whole(this.#blockHashes.size);
    for (const hash of this.#blockHashes.keys()) chunk.fixedHex(hash.slice(2));
    chunk.whole(this.#tokens.size);
    for (const { token: { contract, symbol, decimals } } of this.#tokens.values()) {
      chunk.fixedHex(contract.slice(2));
      chunk.text(symbol ?? '');
      chunk.whole(decimals === null ? 0 : decimals + 1);
    }
    chunk.whole(this.#count);
    chunk.bytes(this.#rows.finish());
    return chunk.finish();
  }

  #tokenIndex(token: Token): number {
    const key = `${token.contract} ${String(token.decimals)} ${token.symbol ?? ''}`;
    const known = this.#tokens.get(key);
    if (known !== undefined) return known.index;
    const index = this.#tokens.size;
    this.#tokens.set(key, { index, token });
    return index;
  }
}

function indexIn(list: Map<string, number>, value: string): number {
  const known = list.get(value);
  if (known !== undefined) return known;
  const index = list.size;
  list.set(value, index);
  return index;
}

/** The transfers of a chunk as they were given, with their lines. */
export function* readEtherChunk(payload: Uint8Array): Generator<{ readonly line: number; readonly row: EtherTransfer }> {
  const reader = new ByteReader(payload);
  const version = reader.byte();
  if (version !== VERSION) throw new RangeError(`A chunk of the ledger has version ${version}; this program reads ${VERSION}.`);
  const prefixed = (bytes: number): string => `0x${reader.fixedHex(bytes)}`;
  const accounts = Array.from({ length: reader.whole() }, () => prefixed(ACCOUNT_BYTES));
  const blockHashes = Array.from({ length: reader.whole() }, () => prefixed(HASH_BYTES));
  const tokens = Array.from({ length: reader.whole() }, (): Token => {
    const [contract, symbol, decimals] = [prefixed(ACCOUNT_BYTES), reader.text(), reader.whole()];
    return { contract, symbol: symbol === '' ? null : symbol, decimals: decimals === 0 ? null : decimals - 1 };
  });
  const listed = <Value>(list: readonly Value[]): Value => {
    const value = list[reader.whole()];
    if (value === undefined) throw new RangeError('A chunk of the ledger names what it does not hold.');
    return value;
  };
  for (let left = reader.whole(); left > 0; left -= 1) {
    const line = reader.whole();
    const kind = ETHER_KINDS[reader.byte()] ?? 'transaction';
    const flags = reader.byte();
    const has = (flag: keyof typeof FLAGS): boolean => (flags & FLAGS[flag]) !== 0;
    // Properties are read in the order in which the row was written.
    const row: EtherTransfer = {
      kind,
      hash: has('hash') ? prefixed(HASH_BYTES) : null,
      blockNumber: has('block') ? reader.whole() : null,
      blockHash: has('blockHash') ? listed(blockHashes) : null,
      time: has('time') ? reader.whole() : null,
      position: reader.whole(),
      within: reader.text(),
      from: listed(accounts),
      to: has('to') ? listed(accounts) : null,
      token: has('token') ? listed(tokens) : null,
      amount: reader.large(),
      failed: has('failed'),
      fee: has('fee') ? reader.large() : null,
    };
    yield { line, row };
  }
}
