import { describe, expect, it } from '@jest/globals';
import { breakingChanges, parseAllowedBreaks } from './breaking-changes.js';

const RELEASED = 'type Query { arrest(id: ID!): Arrest }  type Arrest { id: ID!  day: String! }';
const WITHOUT_DAY = 'type Query { arrest(id: ID!): Arrest }  type Arrest { id: ID! }';
const GONE = 'Arrest.day was removed.';
const allowed = parseAllowedBreaks(JSON.stringify([{ change: GONE, reason: 'Nobody asked for it; announced in May.', REMOVE_AFTER: '2026-06-30' }]));

describe('breakingChanges', () => {
  it('names a field that consumers relied on and that is gone', () => {
    expect(breakingChanges(RELEASED, WITHOUT_DAY, [], '2026-06-01')).toEqual([GONE]);
  });

  it('names an argument that has become required', () => {
    const asksMore = RELEASED.replace('id: ID!)', 'id: ID!, purpose: String!)');
    expect(breakingChanges(RELEASED, asksMore, [], '2026-06-01')).toHaveLength(1);
  });

  it('lets additions pass', () => {
    expect(breakingChanges(WITHOUT_DAY, RELEASED, [], '2026-06-01')).toEqual([]);
  });

  it('lets a change pass that is allowed until the end of today', () => {
    expect(breakingChanges(RELEASED, WITHOUT_DAY, allowed, '2026-06-30')).toEqual([]);
  });

  it('no longer allows it on the next day', () => {
    expect(breakingChanges(RELEASED, WITHOUT_DAY, allowed, '2026-07-01')).toEqual([GONE]);
  });

  it('allows nothing but the change that is named', () => {
    const other = 'type Query { arrest(id: ID!): Arrest }  type Arrest { day: String! }';
    expect(breakingChanges(RELEASED, other, allowed, '2026-06-01')).toEqual(['Arrest.id was removed.']);
  });
});

describe('parseAllowedBreaks', () => {
  it('asks for a reason and a last day', () => {
    expect(() => parseAllowedBreaks(JSON.stringify([{ change: GONE }]))).toThrow(/reason/);
    expect(() => parseAllowedBreaks(JSON.stringify([{ change: GONE, reason: 'x', REMOVE_AFTER: 'some day' }]))).toThrow(/REMOVE_AFTER/);
  });
});
