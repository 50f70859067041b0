import { describe, expect, it } from '@jest/globals';
import { atOperation, printAddress, readAddress } from './address.js';

const at = (path: string): ReturnType<typeof readAddress> => readAddress(new URL(path, 'https://tessera.example'));

describe('the address', () => {
  it.each([
    '/operations',
    '/operations?q=light&coordinator=interpol&year=not-stated&crime=PHISHING',
    '/operations/interpol/first-light-2024?map=counted&measure=rescues&country=NA&records=assets&of=NA&sort=-arrests&figure=abc',
    '/operations/interpol/op%C3%A9ration%20a%3Fb?lang=ja',
  ])('carries the whole state of %s', (path) => {
    expect(printAddress(at(path))).toBe(path);
  });

  it('leads from the root to the list', () => {
    expect(printAddress(at('/'))).toBe('/operations');
  });

  it('takes no value that it does not know', () => {
    const { records, evidence, language } = at('/operations/a/b?records=persons&map=guessed&lang=xx');
    expect({ records, evidence, language }).toEqual({ records: null, evidence: null, language: 'en' });
  });

  it('survives an address that is wrongly encoded', () => {
    expect(at('/operations/interpol/%E0%A4%A').operation).toBe('interpol/%E0%A4%A');
  });

  it('opens another operation with nothing opened inside it and the filters kept', () => {
    const before = at('/operations/a/b?q=light&figure=abc&country=NA&records=arrests&sort=arrests&map=counted');
    expect(printAddress({ ...before, ...atOperation('a/c') })).toBe('/operations/a/c?q=light');
  });
});
