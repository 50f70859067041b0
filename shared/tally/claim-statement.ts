/**
 * What the owner of one record says of it and of a record of another owner. Where both owners say of the two that they
 * are one event, and which of them counts, that is a double claim; where only one says so, it is a proposal.
 */
export interface ClaimStatement {
  /** The record of the other owner. */
  readonly other: string;
  /** Who gave that record. */
  readonly owner: string;
  /** The one of the two records whose count and amount stand; null where the owner says that they are not one event. */
  readonly counts: string | null;
  /** Said from this instant (RFC 3339) up to, without, the next; null while it is said. */
  readonly from: string;
  readonly until: string | null;
}
