import type { Addition } from './addition.js';
import { HIDDEN_CHANGES } from './hidden-changes.js';
import { HIDDEN_GROUPS } from './hidden-groups.js';
import { HIDDEN_PAST } from './hidden-past.js';
import { HIDDEN_PARTS } from './hidden-parts.js';
import { HIDDEN_RECORDS } from './hidden-records.js';
import { HIDDEN_TAGS } from './hidden-tags.js';
import { HIDDEN_SURROUNDINGS } from './hidden-surroundings.js';

export const ALL_ADDITIONS: readonly Addition[] = [...HIDDEN_RECORDS, ...HIDDEN_PARTS, ...HIDDEN_CHANGES, ...HIDDEN_PAST, ...HIDDEN_GROUPS, ...HIDDEN_TAGS, ...HIDDEN_SURROUNDINGS];
