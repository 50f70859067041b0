import { recordResultType } from '../../../shared/record/record-result.type.js';
import { CriminalGroup } from './criminal-group.type.js';

export const CriminalGroupResult = recordResultType(CriminalGroup, { name: 'CriminalGroup', noun: 'criminalGroup', spoken: 'criminal group', one: 'a criminal group' });
