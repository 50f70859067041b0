import { describe, expect, it } from '@jest/globals';
import type { FetchRewrite } from '@graphql-hive/router-query-planner';
import { freezeDeeply } from '../testing/frozen-transport.js';
import { compileRewrites, rewritePath } from './rewrites.js';

const same = (typeName: string, condition: string): boolean => typeName === condition;
const RENAME: FetchRewrite = {
  KeyRenamer: { path: [{ Key: 'things' }, { TypenameEquals: ['Vehicle'] }, { Key: '_alias' }], renameKeyTo: 'mark' },
};

describe('rewrites of an answer', () => {
  it('rename a key in objects of the named type, in lists of lists too', () => {
    const answer = freezeDeeply({ things: [[{ __typename: 'Vehicle', _alias: 1 }], [{ __typename: 'Account', _alias: 2 }, null]] });
    expect(compileRewrites([RENAME], same)(answer)).toEqual({
      things: [[{ __typename: 'Vehicle', mark: 1 }], [{ __typename: 'Account', _alias: 2 }, null]],
    });
  });

  it('take an object without a type name for one of the named type', () => {
    expect(compileRewrites([RENAME], same)({ things: { _alias: 1 } })).toEqual({ things: { mark: 1 } });
  });

  it('set a value, in both forms that the planner writes', () => {
    const setter = { path: [{ Key: '__typename' }], setValueTo: 'Phone' };
    for (const rewrite of [{ ValueSetter: setter }, { kind: 'ValueSetter' as const, ...setter }]) {
      expect(compileRewrites([rewrite], same)(freezeDeeply({ __typename: 'Thing', id: '1' }))).toEqual({ __typename: 'Phone', id: '1' });
    }
  });

  it('give back the very same value where nothing is to be rewritten', () => {
    const answer = { things: [{ __typename: 'Account', mark: 1 }] };
    expect(compileRewrites([RENAME], same)(answer)).toBe(answer);
  });

  it('rename the key in the path of an error', () => {
    expect(rewritePath(['things', 3, '_alias', 'deep'], [RENAME])).toEqual(['things', 3, 'mark', 'deep']);
    expect(rewritePath(['other', '_alias'], [RENAME])).toEqual(['other', '_alias']);
  });
});
