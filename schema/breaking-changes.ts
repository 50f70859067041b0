import { buildSchema, findBreakingChanges } from 'graphql';
import { z } from 'zod';

const allowedBreaks = z.array(
  z.strictObject({
    /** The change in the words of the check. */
    change: z.string().min(1),
    /** Who is hurt, and what they were told. */
    reason: z.string().min(1),
    /** The last day on which this permission counts; take the entry out after it. */
    REMOVE_AFTER: z.iso.date(),
  }),
);

export type AllowedBreaks = z.infer<typeof allowedBreaks>;

export function parseAllowedBreaks(text: string): AllowedBreaks {
  return allowedBreaks.parse(JSON.parse(text));
}

/**
 * What would break a consumer who relies on the released schema, except what is allowed today. A permission ends by
 * itself, so that a forgotten one does not let the same thing happen twice.
 */
export function breakingChanges(released: string, now: string, allowed: AllowedBreaks, today: string): string[] {
  const permitted = new Set(allowed.filter(({ REMOVE_AFTER }) => today <= REMOVE_AFTER).map(({ change }) => change));
  return findBreakingChanges(buildSchema(released), buildSchema(now))
    .map(({ description }) => description)
    .filter((description) => !permitted.has(description));
}
