import type { TallyKind } from '../../shared/tally/tally-kind.js';
import { ARREST_TALLY } from './arrest/arrest.tally.js';
import { RESCUE_TALLY } from './rescue/rescue.tally.js';

/** What this subgraph counts. */
export const ARRESTS_TALLY_KINDS: readonly TallyKind<never>[] = [ARREST_TALLY, RESCUE_TALLY];
