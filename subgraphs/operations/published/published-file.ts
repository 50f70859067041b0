import type { LosslessNumber} from 'lossless-json';
import { isLosslessNumber, parse } from 'lossless-json';
import { z } from 'zod';
import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import { isDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { isWellFormed } from '../../../shared/canonical-json/well-formed.js';

/** A file that cannot be read as a list of published operations at all. */
export class UnreadablePublishedFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreadablePublishedFileError';
  }
}

/** Half of a character cannot be stored as it came, so such a text is refused before the journal would refuse it. */
const text = z.string().trim().min(1, 'must not be empty').refine(isWellFormed, 'holds half of a character (a broken surrogate pair)');
const longText = text.max(10_000, 'is longer than 10,000 characters');
const code = text.max(200, 'is longer than 200 characters');

/** Numbers are read as their source text: a float would change large sums. */
const exactNumber = z
  .custom<LosslessNumber | string>((value) => isLosslessNumber(value) || typeof value === 'string', 'must be a number')
  .transform((value, context): string => {
    const written = plainDecimal(value.toString());
    if (written === undefined || !isDecimal(written)) {
      context.addIssue({ code: 'custom', message: 'must be a plain decimal number' });
      return z.NEVER;
    }
    return written;
  })
  .refine((value) => !value.startsWith('-'), 'must not be negative');

const count = exactNumber.refine((value) => /^\d{1,9}$/.test(value), 'must be a whole number').transform(Number);
const statedDate = text.refine((value) => parsePartialDate(value) !== undefined, 'must be a date: 2023, 2023-09 or 2023-09-01');

const source = z.strictObject({
  title: longText,
  publisher: longText,
  date: statedDate.nullish(),
  url: longText.regex(/^https?:\/\//, 'must begin with http:// or https://').nullish(),
});

const figure = z
  .strictObject({
    country: code.nullish(),
    countries: z.array(code).nullish(),
    measure: code,
    value: exactNumber.nullable(),
    qualifier: code,
    currency: code.nullish(),
    meaning: code.nullish(),
    assetClass: code.nullish(),
    note: longText.nullish(),
  })
  .refine((given) => !given.country || !given.countries?.length, { path: ['countries'], message: 'stands beside `country`: use one of them' })
  .refine((given) => given.measure !== 'AMOUNT' || given.currency, { path: ['currency'], message: 'is missing: an amount of money needs its currency' });

const period = z
  .strictObject({ start: statedDate.nullish(), end: statedDate.nullish() })
  .refine(({ start, end }) => !start || !end || (parsePartialDate(start)?.from ?? '') <= (parsePartialDate(end)?.to ?? ''), {
    path: ['end'],
    message: 'lies before the start',
  });

/** Strict, so that every field it does not know is named; what becomes of those fields is decided elsewhere. */
export const publishedOperation = z.strictObject({
  id: code.regex(/[a-z0-9]/i, 'needs a letter a to z or a digit: the code of the operation is made of them'),
  name: text.max(200, 'is longer than 200 characters'),
  coordinator: code,
  period: period.nullish(),
  crimeTypes: z.array(code).default([]),
  participatingCountries: z
    .strictObject({ count: count.nullish(), qualifier: code.nullish(), codes: z.array(code).default([]) })
    .nullish(),
  figures: z.array(figure).max(450, 'holds more figures than one entry of the journal takes (450)').default([]),
  conflicts: z
    .array(z.strictObject({ measure: code, country: code.nullish(), values: z.array(exactNumber).min(2, 'needs at least two values'), note: longText.nullish() }))
    .default([]),
  source,
  furtherSources: z.array(source.extend({ states: z.array(longText).default([]) })).default([]),
  confidence: longText.nullish(),
});

export type PublishedOperation = z.output<typeof publishedOperation>;
export type PublishedFigure = PublishedOperation['figures'][number];

/** The entries of a file as they stand, unchecked. Throws where the file is no JSON list. */
export function readPublishedEntries(content: string): unknown[] {
  let value: unknown;
  try {
    value = parse(content.replace(/^\uFEFF/, ''));
  } catch (fault) {
    throw new UnreadablePublishedFileError(`The file is no JSON: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
  if (!Array.isArray(value)) throw new UnreadablePublishedFileError('The file must hold a JSON list of operations: [ { "id": …, "name": … }, … ].');
  return value;
}

/** `1.5e3` and `1500.0` are numbers too; the exact value is kept, the spelling is not. */
function plainDecimal(written: string): string | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(written);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const split = point <= 0 ? 1 : point;
  const integer = padded.slice(0, split).replace(/^0+(?=\d)/, '');
  const decimals = padded.slice(split).replace(/0+$/, '');
  return `${sign}${integer}${decimals === '' ? '' : `.${decimals}`}`;
}
