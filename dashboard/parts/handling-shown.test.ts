import { describe, expect, it } from '@jest/globals';
import { strictest } from './handling-shown.js';

describe('the handling line of a printed page', () => {
  it('names the strictest level on the page and every code', () => {
    expect(strictest([{ tlp: 'GREEN', codes: ['H1'] }, { tlp: 'AMBER_STRICT', codes: [] }, { tlp: 'CLEAR', codes: ['H0'] }])).toBe('TLP:AMBER+STRICT, H0, H1');
  });

  it('is CLEAR where nothing is marked', () => {
    expect(strictest([])).toBe('TLP:CLEAR');
  });
});
