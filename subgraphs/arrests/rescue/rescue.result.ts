import { recordResultType } from '../../../shared/record/record-result.type.js';
import { Rescue } from './rescue.type.js';

export const RescueResult = recordResultType(Rescue, { name: 'Rescue', noun: 'rescue', one: 'a rescue' });
