import type { CodedTerm } from '../graphql/coded-term.type.js';
import { CountryReference } from '../graphql/references/country.reference.js';
import type { OperationId } from '../handling/label.js';
import { codedTerm } from '../reference/code-lists.js';
import { findCountry } from '../reference/countries.js';
import { codeListOf, type TallyDimension } from './tally-dimension.js';

/** What a row or column of a tally is about. */
export interface KeyParts {
  readonly dimension: TallyDimension;
  /** A code, or the month, quarter or year; null where the records say nothing. */
  readonly value: string | null;
  readonly label: string;
  readonly term: CodedTerm | null;
  readonly country: CountryReference | null;
  readonly operation: OperationId | null;
}

/** An operation that the viewer may read. */
export interface NamedOperation {
  readonly id: OperationId;
  readonly code: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const NOT_SAID = { value: null, term: null, country: null, operation: null } as const;

export function operationKey(operation: NamedOperation | null): KeyParts {
  if (operation === null) return { ...NOT_SAID, dimension: 'OPERATION', label: 'No operation that you may see' };
  return { ...NOT_SAID, dimension: 'OPERATION', value: operation.code, label: operation.code, operation: operation.id };
}

/** Of every dimension but operations, whose values are keys that never leave. */
export function keyOf(dimension: Exclude<TallyDimension, 'OPERATION'>, value: string | null): KeyParts {
  if (value === null) return { ...NOT_SAID, dimension, label: 'Not recorded' };
  const list = codeListOf(dimension);
  if (list !== null) {
    const term = codedTerm(list, value);
    return { ...NOT_SAID, dimension, value, label: term.label, term };
  }
  if (dimension === 'COUNTRY') return { ...NOT_SAID, dimension, value, label: findCountry(value)?.name ?? value, country: CountryReference.of(value) };
  return { ...NOT_SAID, dimension, value, label: inWords(value) };
}

/** `2024-05` is May 2024, `2024-Q2` the second quarter. */
function inWords(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  return part.startsWith('Q') ? `${part} ${year}` : `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}
