const MAKERS = {
  u8: (buffer: SharedArrayBuffer, offset: number, length: number) => new Uint8Array(buffer, offset, length),
  i32: (buffer: SharedArrayBuffer, offset: number, length: number) => new Int32Array(buffer, offset, length),
  u32: (buffer: SharedArrayBuffer, offset: number, length: number) => new Uint32Array(buffer, offset, length),
  f64: (buffer: SharedArrayBuffer, offset: number, length: number) => new Float64Array(buffer, offset, length),
  u64: (buffer: SharedArrayBuffer, offset: number, length: number) => new BigUint64Array(buffer, offset, length),
} as const;

export type ColumnType = keyof typeof MAKERS;
export type ColumnArray<Type extends ColumnType> = ReturnType<(typeof MAKERS)[Type]>;
export type ColumnTypes = Readonly<Record<string, ColumnType>>;
export type Columns<Types extends ColumnTypes> = { readonly [Name in keyof Types]: ColumnArray<Types[Name]> };

const BYTES: Readonly<Record<ColumnType, number>> = { u8: 1, i32: 4, u32: 4, f64: 8, u64: 8 };

/** How many entries each column has, in the order of their types. */
export type ColumnLengths<Types extends ColumnTypes> = Readonly<Record<keyof Types, number>>;

/** Where each column lies in one piece of memory that threads share; every column begins at a multiple of eight bytes. */
export function columnBytes<Types extends ColumnTypes>(types: Types, lengths: ColumnLengths<Types>): number {
  return Object.entries(types).reduce((bytes, [name, type]) => bytes + aligned(BYTES[type] * lengths[name as keyof Types]), 0);
}

/** Columns over memory of that many bytes. */
export function layColumns<Types extends ColumnTypes>(types: Types, lengths: ColumnLengths<Types>, memory: SharedArrayBuffer): Columns<Types> {
  let offset = 0;
  const columns = Object.entries(types).map(([name, type]) => {
    const length = lengths[name as keyof Types];
    const column = MAKERS[type](memory, offset, length);
    offset += aligned(BYTES[type] * length);
    return [name, column] as const;
  });
  return Object.fromEntries(columns) as unknown as Columns<Types>;
}

/** Memory for these columns, all zero. */
export function newColumns<Types extends ColumnTypes>(types: Types, lengths: ColumnLengths<Types>): { readonly memory: SharedArrayBuffer; readonly columns: Columns<Types> } {
  const memory = new SharedArrayBuffer(columnBytes(types, lengths));
  return { memory, columns: layColumns(types, lengths, memory) };
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
