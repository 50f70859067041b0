import { ArgsType, Field, Int } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import { MOST_CHOSEN } from '../operation/chosen-operations.js';
import { SubjectArgs } from '../figure/subject.args.js';

const MOST_ENTRIES = 100;

@ArgsType()
export class OperationRankingArgs extends SubjectArgs {
  @Field(() => String, { nullable: true, description: 'Only operations that reach this date or a later one: `2014`, `2014-06` or `2014-06-27`, from its first day. Left out, all.' })
  since?: string | null;

  @Field(() => [String], { nullable: true, description: `Codes of the operations to rank, at most ${String(MOST_CHOSEN)}; left out, all that you may read.` })
  operations?: string[] | null;

  @Field(() => Int, { defaultValue: 10, description: `How many entries to show, 1 to ${String(MOST_ENTRIES)}. All operations are ranked whatever is shown.` })
  first!: number;
}

/** The first day of `since`, or null. */
export function sinceFrom({ since }: OperationRankingArgs): string | null {
  if (since == null) return null;
  const date = parsePartialDate(since);
  if (date === undefined) throw new CodedError('BAD_USER_INPUT', '`since` is no date: write it as YYYY, YYYY-MM or YYYY-MM-DD.');
  return date.from;
}

export function entriesFrom({ first }: OperationRankingArgs): number {
  if (first < 1 || first > MOST_ENTRIES) throw new CodedError('BAD_USER_INPUT', `\`first\` must lie between 1 and ${String(MOST_ENTRIES)}.`);
  return first;
}
