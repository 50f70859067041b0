import { describe, expect, it } from '@jest/globals';
import { searchText } from './search-text.js';

describe('what a reader looks for', () => {
  it.each(['', 'first light', 'Operación Ñandú 光', 'x'.repeat(200)])('passes as it came: %p', (text) => {
    expect(searchText('search', text)).toBe(text);
  });

  it.each([
    ['is endless', 'x'.repeat(201), 'at most 200'],
    ['holds a nul', 'first\0light', 'control character'],
    ['holds a line break', 'first\nlight', 'control character'],
    ['holds a control character of the second block', 'first\u0085light', 'control character'],
  ])('is refused, by the name of its argument, when it %s', (_, text, because) => {
    expect(() => searchText('code', text)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining('`code`') }));
    expect(() => searchText('code', text)).toThrow(because);
  });
});
