import { GraphQLScalarType, Kind } from 'graphql';
import { isCalendarDay } from '../calendar/calendar-day.js';
import { CodedError } from '../errors/coded-error.js';

/**
 * A calendar day as a string. `graphql-scalars` makes a JavaScript Date of it, which has a time zone; an event day
 * has none.
 */
export const GraphQLDay = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day, ISO 8601 (`2024-05-31`), in the country of the event.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: day,
  parseValue: day,
  parseLiteral(node) {
    if (node.kind !== Kind.STRING) throw new CodedError('BAD_USER_INPUT', 'A Date is written as a string, "2024-05-31".');
    return day(node.value);
  },
});

function day(value: unknown): string {
  if (typeof value === 'string' && isCalendarDay(value)) return value;
  throw new CodedError('BAD_USER_INPUT', 'A Date is a calendar day written as "2024-05-31".');
}
