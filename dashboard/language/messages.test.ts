import { describe, expect, it } from '@jest/globals';
import { CATALOGUES, translator, type MessageKey } from './messages.js';

const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the message catalogues', () => {
  it('say in Japanese every value that they say in English', () => {
    const lost = Object.entries(CATALOGUES.en).filter(([key, text]) => placesIn(text).join() !== placesIn(CATALOGUES.ja[key as MessageKey]).join());
    expect(lost).toEqual([]);
  });

  it('put a value into its place and nothing where it is missing', () => {
    expect(translator('en')('picture.countriesNamed', { count: '3' })).toBe('3 countries,  named by the sources');
  });
});
