import { describe, expect, it } from '@jest/globals';
import { ENGLISH } from './messages.en.js';
import { JAPANESE } from './messages.ja.js';
import { translator } from './messages.js';

const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('the message catalogues', () => {
  it('say in Japanese every value that they say in English', () => {
    const lost = Object.entries(ENGLISH).filter(([key, text]) => placesIn(text).join() !== placesIn(JAPANESE[key as keyof typeof ENGLISH]).join());
    expect(lost).toEqual([]);
  });

  it('put a value into its place and nothing where it is missing', () => {
    expect(translator('en')('picture.countriesNamed', { count: '3' })).toBe('3 countries,  named by the sources');
  });
});
