import { recordResultType } from '../../../shared/record/record-result.type.js';
import { Tag } from './tag.type.js';

export const TagResult = recordResultType(Tag, { name: 'Tag', noun: 'tag', one: 'a tag' });
