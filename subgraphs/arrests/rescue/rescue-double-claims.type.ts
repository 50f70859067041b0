import { doubleClaimTypes } from '../../../shared/record/double-claims/double-claim.type.js';
import { RescueResult } from './rescue.result.js';
import { Rescue } from './rescue.type.js';

export const RescueDoubleClaims = doubleClaimTypes(Rescue, RescueResult.words);
