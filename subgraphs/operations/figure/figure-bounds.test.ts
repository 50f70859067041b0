import { describe, expect, it } from '@jest/globals';
import { figureBounds } from './figure-bounds.js';

describe('figureBounds', () => {
  it.each([
    ['EXACT', '5', '5', '5'],
    ['MORE_THAN', '5', '5', null],
    ['NEARLY', '5', null, '5'],
    ['ABOUT', '5', null, null],
    ['AS_STATED', '5', null, null],
    ['PRELIMINARY', '5', null, null],
    ['SOMETHING_NEW', '5', null, null],
    ['EXACT', null, null, null],
    ['MORE_THAN', null, null, null],
  ])('of %s %p are %p and %p, and never 0', (qualifier, value, lower, upper) => {
    expect(figureBounds(value, qualifier)).toEqual({ lower, upper });
  });
});
