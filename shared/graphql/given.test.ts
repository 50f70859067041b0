import { describe, expect, it } from '@jest/globals';
import { given } from './given.js';

interface Correction {
  day?: string | null;
  role?: string | null;
}

describe('given', () => {
  it('takes null for a field that was left out', () => {
    const correction: Correction = { day: null, role: 'CALLER' };
    expect(given(correction)).toEqual({ role: 'CALLER' });
  });

  it('keeps the null of a field that may be cleared', () => {
    const correction: Correction = { day: null, role: null };
    expect(given(correction, ['role'])).toEqual({ role: null });
  });

  it('says nothing where there is no input', () => {
    expect(given<Correction>(null)).toEqual({});
  });
});
