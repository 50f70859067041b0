import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { checkInputSize } from './input-size.js';
import { DEFAULT_LIMITS } from './limits.js';

const check = checkInputSize({ ...DEFAULT_LIMITS, mutations: 2, listElements: 3, mutationElements: 4 });

function ask(query: string, variables: Record<string, unknown> = {}): () => void {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) throw new Error('No operation.');
  return () => { check(operation, document, variables); };
}

describe('checkInputSize', () => {
  it('lets as many mutations through as the limit says', () => {
    expect(ask('mutation { a: end b: end }')).not.toThrow();
  });

  it('refuses more mutations, those of fragments counted as often as they are spread', () => {
    expect(ask('mutation { a: end b: end c: end }')).toThrow('at most 2 mutations');
    expect(ask('mutation { ...F ...F } fragment F on Mutation { a: end b: end }')).toThrow('at most 2 mutations');
    expect(ask('mutation { ... on Mutation { a: end b: end } c: end }')).toThrow('at most 2 mutations');
  });

  it('does not count the fields of a query', () => {
    expect(ask('{ a: end b: end c: end }')).not.toThrow();
  });

  it('refuses a long list that many mutations could use', () => {
    const list = { i: ['a', 'b', 'c'] };
    expect(ask('mutation ($i: I) { a: end(i: $i) }', list)).not.toThrow();
    expect(ask('mutation ($i: I) { a: end(i: $i) b: end(i: $i) }', list)).toThrow('2 mutations with a list of 3 elements');
    expect(ask('query ($i: I) { a(i: $i) b(i: $i) c(i: $i) }', list)).not.toThrow();
  });

  it('refuses a list that is too long, however deep it lies', () => {
    expect(ask('query ($i: I) { a(i: $i) }', { i: { lists: [['a', 'b', 'c']] } })).not.toThrow();
    expect(ask('query ($i: I) { a(i: $i) }', { i: { lists: [['a', 'b', 'c', 'd']] } })).toThrow('at most 3 elements');
  });
});
