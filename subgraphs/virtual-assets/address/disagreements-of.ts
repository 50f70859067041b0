import { codedTerm } from '../../../shared/reference/code-lists.js';
import type { TagRecord } from '../tag/tag.model.js';
import { DisagreeingStatement, TAG_ASPECTS, TagDisagreement, type TagAspect } from './address.type.js';

type Said = Pick<TagRecord, 'category' | 'abuse' | 'actor' | 'source'>;

const FIELDS = { CATEGORY: { field: 'category', list: 'dwvaEntity' }, ABUSE: { field: 'abuse', list: 'dwvaAbuse' }, ACTOR: { field: 'actor', list: null } } as const;

/** Where tags say different things; a tag that says nothing of something disagrees with nobody. */
export function disagreementsOf(tags: readonly Said[]): TagDisagreement[] {
  return TAG_ASPECTS.flatMap((about) => {
    const statements = statementsAbout(about, tags);
    return statements.length < 2 ? [] : [Object.assign(new TagDisagreement(), { about, statements })];
  });
}

function statementsAbout(about: TagAspect, tags: readonly Said[]): DisagreeingStatement[] {
  const { field, list } = FIELDS[about];
  const byValue = new Map<string, Said[]>();
  for (const tag of tags) {
    const value = tag[field];
    if (value !== null) byValue.set(value, [...(byValue.get(value) ?? []), tag]);
  }
  return [...byValue]
    .map(([value, saying]) =>
      Object.assign(new DisagreeingStatement(), {
        value,
        term: list === null ? null : codedTerm(list, value),
        tagCount: saying.length,
        sources: [...new Set(saying.map(({ source }) => source))].sort(),
      }),
    )
    .sort((a, b) => b.tagCount - a.tagCount || (a.value < b.value ? -1 : 1));
}
