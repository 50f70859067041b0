import type { Given } from '../../../shared/graphql/given.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import type { TagFilter } from './tag.inputs.js';
import type { TagQuery } from './tag.store.js';

/** A filter as the store reads it; throws BAD_USER_INPUT for a text that no store takes. */
export function tagQuery(filter: Given<TagFilter>): TagQuery {
  for (const [field, value] of Object.entries(filter)) if (typeof value === 'string') searchText(`filter.${field}`, value);
  return filter;
}
