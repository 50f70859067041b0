import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { compareKeys, pageOfList, pageRequest, toConnection, type CursorKey } from './connection.js';

const LETTERS = ['a', 'b', 'c', 'd', 'e'];
const keyOf = (letter: string): CursorKey => [letter];
const pageAfter = (first: number, after: string | null) => pageOfList(LETTERS, pageRequest(first, after, 1), keyOf, (letter) => letter.toUpperCase());

describe('a connection', () => {
  it('leads page by page through every item, once', () => {
    const pages: string[][] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = pageAfter(2, after);
      pages.push(edges.map(({ node }) => node));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(pages).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
  });

  it('says that a page is the last one also where it is full', () => {
    expect(pageAfter(5, null).pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  it('goes on behind an item that is gone meanwhile', () => {
    const { pageInfo } = pageAfter(2, null);
    const page = pageOfList(['a', 'c', 'd'], pageRequest(2, pageInfo.endCursor, 1), keyOf, (letter) => letter);
    expect(page.edges.map(({ node }) => node)).toEqual(['c', 'd']);
  });

  it('has no cursors where it has no items', () => {
    expect(toConnection([], pageRequest(null, null, 1), keyOf, (letter) => letter).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});

describe('pageRequest', () => {
  it('shows 50 items unless told otherwise, 100 at most', () => {
    expect(pageRequest(undefined, undefined, 1)).toEqual({ first: 50, after: null });
    expect(pageRequest(100, null, 1).first).toBe(100);
    for (const first of [0, -1, 101]) expect(() => pageRequest(first, null, 1)).toThrow('`first` must lie between 1 and 100.');
  });

  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([['', 'empty'], ['%', 'no base64'], [encoded('a'), 'no list'], [encoded(['a', 'b']), 'of another list'], [encoded([{ $gt: '' }]), 'a condition'], [encoded([true]), 'no plain value']])(
    'gives the same answer for the cursor "%s", which is %s',
    (cursor) => {
      expect(() => pageRequest(1, cursor, 1)).toThrow('`after` is not a cursor of this list');
    },
  );
});

describe('compareKeys', () => {
  it('orders part by part, with null behind everything', () => {
    const keys: CursorKey[] = [[null, 1], ['b', 1], ['a', 10], ['a', 9], ['a', null]];
    expect(keys.sort(compareKeys)).toEqual([['a', 9], ['a', 10], ['a', null], ['b', 1], [null, 1]]);
    expect(compareKeys(['a', 9], ['a', 9])).toBe(0);
  });
});
