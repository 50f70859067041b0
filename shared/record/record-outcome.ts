import type { Conflict, Forbidden, InvalidInput, NotFound, Receipt } from '../graphql/outcomes.type.js';

/** An expected refusal: a member of the result union, not a fault. */
export type Refusal = InvalidInput | Forbidden | NotFound | Conflict;

export interface Accepted {
  readonly accepted: { readonly id: string; readonly receipt: Receipt | null; readonly repeated: boolean };
}

export interface Refused {
  readonly refused: Refusal;
}

export type RecordOutcome = Accepted | Refused;
