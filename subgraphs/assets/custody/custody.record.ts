import type { OrganisationId } from '../../../shared/handling/label.js';
import type { Money } from '../../../shared/money/money.js';

/** How much of an asset: units, and what of its value goes with them. */
export interface Lot {
  /** A decimal number; "0" where only a part of the value of a single unit is meant. */
  readonly quantity: string;
  /** Null when the asset has no stated value. */
  readonly value: Money | null;
}

/** What of an asset stands in one custody state. */
export interface HoldingRecord extends Lot {
  readonly custodyState: string;
}

/** A step of the custody chain, as it is stored. Its legal basis is free text and stands with the personal data. */
export interface CustodyMoveRecord extends Lot {
  readonly id: string;
  readonly day: string;
  /** The organisation that acted, which need not be the originator. */
  readonly agency: OrganisationId;
  readonly from: string;
  readonly to: string;
  /** RFC 3339, UTC. */
  readonly recordedAt: string;
  /** Null while it stands. */
  readonly retractedAt: string | null;
}
