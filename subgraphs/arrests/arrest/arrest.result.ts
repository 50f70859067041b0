import { recordResultType } from '../../../shared/record/record-result.type.js';
import { Arrest } from './arrest.type.js';

export const ArrestResult = recordResultType(Arrest, { name: 'Arrest', noun: 'arrest', one: 'an arrest' });
