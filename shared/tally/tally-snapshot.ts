import { endianness } from 'node:os';
import type { KnownHead } from '../journal/journal.js';
import { CellShape } from './cell-shape.js';
import { Dictionary } from './dictionary.js';
import type { FrozenCells, FrozenColumns } from './frozen-cells.js';
import { KindCells } from './kind-cells.js';
import type { TallyKind } from './tally-kind.js';
import { TallyState, type OriginatorOf } from './tally-state.js';

/** Raise it with whatever a kind counts otherwise than before: what was frozen then is of no use any more. */
const FORMAT = `2-${endianness()}`;

interface FrozenKind extends Pick<FrozenCells, 'collection' | 'columns' | 'values' | 'claims'> {
  readonly cells: { readonly length: number; readonly amounts: FrozenColumns['amounts'] };
  readonly deltas: { readonly length: number; readonly amounts: FrozenColumns['amounts'] };
}

interface Header {
  readonly format: string;
  readonly heads: readonly KnownHead[];
  readonly labels: readonly (string | null)[];
  readonly kinds: readonly FrozenKind[];
}

const LENGTH_BYTES = 8;

/** A state as bytes, of one moment: a header in JSON, then the columns one after the other. */
export function freeze(state: TallyState): Buffer[] {
  const frozen = [...state.kinds.values()].map((cells) => cells.freeze());
  const header: Header = {
    format: FORMAT,
    heads: state.heads(),
    labels: state.labels.values(),
    kinds: frozen.map(({ collection, columns, values, cells, deltas, claims }) => ({
      collection, columns, values, claims,
      cells: { length: cells.records.length, amounts: cells.amounts },
      deltas: { length: deltas.at.length, amounts: deltas.amounts },
    })),
  };
  const text = Buffer.from(JSON.stringify(header));
  // Numbers of eight bytes begin at a multiple of eight.
  const padded = Buffer.concat([text, Buffer.alloc((LENGTH_BYTES - (text.length % LENGTH_BYTES)) % LENGTH_BYTES, ' ')]);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeDoubleLE(padded.length);
  const columns = frozen.flatMap(({ codes, cells, deltas }) => [deltas.at, codes, cells.records, cells.parts, deltas.cells, deltas.records, deltas.parts]);
  return [length, padded, ...columns.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))];
}

/** The state that was frozen; null when it is of another format, or of kinds that are counted otherwise now. */
export function thaw(bytes: Buffer, kinds: readonly TallyKind<never>[], originatorOf: OriginatorOf): TallyState | null {
  const headerLength = bytes.readDoubleLE(0);
  const { format, heads, labels, kinds: frozen } = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, LENGTH_BYTES + headerLength)) as Header;
  if (format !== FORMAT || frozen.length !== kinds.length) return null;
  const known = new Dictionary(labels);
  const reader = new ColumnReader(bytes, LENGTH_BYTES + headerLength);
  const thawed: KindCells[] = [];
  for (const one of frozen) {
    const kind = kinds.find(({ collection }) => collection === one.collection);
    const columns = kind && new CellShape(kind, known).columns;
    if (kind === undefined || columns === undefined || JSON.stringify(columns) !== JSON.stringify(one.columns)) return null;
    const at = reader.floats(one.deltas.length);
    const codes = reader.ints(one.cells.length * columns.length);
    const cells = { records: reader.ints(one.cells.length), parts: reader.ints(one.cells.length), amounts: one.cells.amounts };
    const deltas = { at, cells: reader.ints(one.deltas.length), records: reader.ints(one.deltas.length), parts: reader.ints(one.deltas.length), amounts: one.deltas.amounts };
    thawed.push(new KindCells(kind, known, originatorOf, { ...one, codes, cells, deltas }));
  }
  return new TallyState(known, thawed, heads);
}

/** Copies columns out of bytes that may begin anywhere in memory. */
class ColumnReader {
  readonly #bytes: Buffer;
  #offset: number;

  constructor(bytes: Buffer, offset: number) {
    this.#bytes = bytes;
    this.#offset = offset;
  }

  ints(length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#take(length * Int32Array.BYTES_PER_ELEMENT));
  }

  floats(length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#take(length * Float64Array.BYTES_PER_ELEMENT));
  }

  #take(byteLength: number): ArrayBuffer {
    const end = this.#offset + byteLength;
    if (end > this.#bytes.length) throw new RangeError('A snapshot is shorter than it says.');
    const taken = new Uint8Array(byteLength);
    taken.set(this.#bytes.subarray(this.#offset, end));
    this.#offset = end;
    return taken.buffer;
  }
}
