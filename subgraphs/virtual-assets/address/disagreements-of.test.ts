import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { disagreementsOf } from './disagreements-of.js';

const said = (source: string, what: { readonly category?: string; readonly abuse?: string; readonly actor?: string }): Parameters<typeof disagreementsOf>[0][number] => ({
  source, category: null, abuse: null, actor: null, ...what,
});

describe('the tags of an address', () => {
  it('disagree where they say different things, what most say first', () => {
    const tags = [said('b', { category: 'exchange', actor: 'binance' }), said('a', { category: 'exchange', actor: 'binance' }), said('c', { category: 'mixing_service', actor: 'binance' })];
    expect(disagreementsOf(tags)).toMatchObject([
      {
        about: 'CATEGORY',
        statements: [
          { value: 'exchange', tagCount: 2, sources: ['a', 'b'], term: { code: 'exchange', known: true } },
          { value: 'mixing_service', tagCount: 1, sources: ['c'], term: { label: 'Mixing service' } },
        ],
      },
    ]);
  });

  it('disagree about actors and abuses too, each by itself', () => {
    const tags = [said('a', { actor: 'binance', abuse: 'scam' }), said('a', { actor: 'kraken', abuse: 'phishing' })];
    expect(disagreementsOf(tags)).toMatchObject([
      { about: 'ABUSE', statements: [{ value: 'phishing' }, { value: 'scam' }] },
      { about: 'ACTOR', statements: [{ value: 'binance', term: null }, { value: 'kraken', term: null }] },
    ]);
  });

  it('agree where some of them say nothing, and where there are none', () => {
    expect(disagreementsOf([said('a', { category: 'exchange' }), said('b', {}), said('c', { abuse: 'scam' })])).toEqual([]);
    expect(disagreementsOf([])).toEqual([]);
  });
});
