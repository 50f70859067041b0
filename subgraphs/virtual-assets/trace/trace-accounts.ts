import type { AccountSource } from '../graph/account-source.js';
import type { AccountTrace } from './account-trace.js';
import { AccountTracerBackward } from './account-tracer-backward.js';
import { AccountTracerForward } from './account-tracer-forward.js';
import { withHaircut } from './haircut.js';
import type { IsService, TraceQuestion } from './trace-question.js';

/**
 * Follows money over a ledger of accounts, under all three rules at once, in the order of balance changes (backward:
 * against it). An account pays from one balance of each asset: by FIFO from what it received earliest, by haircut from
 * everything in proportion, by poison from what is tainted. What it had before the data begins is of unknown origin.
 */
export function traceAccounts(source: AccountSource, question: TraceQuestion, isService: IsService): AccountTrace {
  return withHaircut((haircut) => (question.direction === 'FORWARD' ? new AccountTracerForward(source, question, isService, haircut) : new AccountTracerBackward(source, question, isService, haircut)).run());
}
