import type { Document } from 'bson';

/** Commands that run one after the other in a database of their own; every answer is compared. */
export interface Scenario {
  readonly name: string;
  readonly steps: readonly Document[];
}
