import { doubleClaimTypes } from '../../../shared/record/double-claims/double-claim.type.js';
import { ArrestResult } from './arrest.result.js';
import { Arrest } from './arrest.type.js';

export const ArrestDoubleClaims = doubleClaimTypes(Arrest, ArrestResult.words);
