import { z } from 'zod';

/** How the cells of one column become the value of one field. */
const column = z.strictObject({
  /** Path of the field: `day`, `suspect.documents[0].number`. */
  field: z.string().min(1),
  /** What the file calls it → the code of the exchange. With it, every cell that is not empty must be listed. */
  codes: z.record(z.string(), z.string()).optional(),
  /** How days are written in this column, where it differs from `dateFormat`. */
  dateFormat: z.string().min(1).optional(),
  /** What stands between the items of one cell, where it differs from `listSeparator`. */
  listSeparator: z.string().min(1).optional(),
  /** How numbers are written in this column; left out, as `1234.50`. */
  number: z.strictObject({ decimal: z.enum(['.', ',']), thousands: z.enum(['.', ',', ' ', "'"]).optional() }).optional(),
});

const mapping = z.strictObject({
  /** Left out, it is found out from the beginning of the file. */
  delimiter: z.string().length(1).optional(),
  /** In the letters of Unicode (`dd.MM.yyyy`); left out, days are written as `2024-05-31`. */
  dateFormat: z.string().min(1).optional(),
  listSeparator: z.string().min(1).default('|'),
  /** What every record says, by the path of its field. */
  constants: z.record(z.string(), z.json()).default({}),
  /** Column of the file → field, in short or at length. */
  columns: z.record(z.string(), z.union([z.string().min(1), column])),
  /** Columns that are left out on purpose. Any other column that is not mapped is a fault. */
  ignored: z.array(z.string()).default([]),
});

export type Mapping = z.infer<typeof mapping>;
export type ColumnMapping = z.infer<typeof column>;

/** A mapping that cannot be used; every fault in a line of its own. */
export class MappingError extends Error {
  constructor(faults: readonly string[]) {
    super(['The mapping cannot be used:', ...faults].join('\n'));
    this.name = 'MappingError';
  }
}

export function readMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    throw new MappingError([`It is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`]);
  }
  const read = mapping.safeParse(json);
  if (!read.success) throw new MappingError(read.error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'The whole'}: ${message}`));
  return read.data;
}

/** The columns of a mapping, all at length. */
export function columnsOf({ columns }: Mapping): Map<string, ColumnMapping> {
  return new Map(Object.entries(columns).map(([name, said]) => [name, typeof said === 'string' ? { field: said } : said]));
}
