import { describe, expect, it } from '@jest/globals';
import { atForm, atOperation, printAddress, readAddress } from './address.js';

const at = (path: string): ReturnType<typeof readAddress> => readAddress(new URL(path, 'https://tessera.example'));

describe('the address', () => {
  it.each([
    '/operations',
    '/operations?q=light&coordinator=interpol&year=not-stated&crime=PHISHING',
    '/operations/interpol/first-light-2024?map=counted&measure=rescues&country=NA&records=assets&of=NA&sort=-arrests&figure=abc',
    '/operations/interpol/op%C3%A9ration%20a%3Fb?lang=ja',
    '/operations/a/b?asof=2026-04-01T12%3A30%3A00.000Z&tally=assets&money=EUR&flow=JPY',
    '/operations/a/b?records=assets&of=NA&month=2026-03&kind=PHONE&custody=SEIZED',
    '/desk?part=readers&log=assets&lang=ja',
    '/desk?part=given&records=rescues',
    '/record/arrests?operation=interpol%2Fexercise-mosaic',
    '/record/assets',
    '/wallet/ETHEREUM%3A0x098b716b8aaf21512996dc57eb0615e2383e2f96?lang=ja',
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

  it('knows no month that is none', () => {
    expect(at('/operations/a/b?month=2026-13').narrowed.month).toBeNull();
  });

  it('knows no instant that is none', () => {
    expect(at('/operations/a/b?asof=yesterday').asOf).toBeNull();
  });

  it('opens a form for the operation that was looked at, with the filters kept', () => {
    const before = at('/operations/a/b?q=light&figure=abc&records=arrests&of=NA');
    expect(printAddress({ ...before, ...atForm('arrests', 'a/b') })).toBe('/record/arrests?q=light&operation=a%2Fb');
  });

  it('survives an address that is wrongly encoded', () => {
    expect(at('/operations/interpol/%E0%A4%A').operation).toBe('interpol/%E0%A4%A');
  });

  it('opens another operation with nothing opened inside it and the filters kept', () => {
    const before = at('/operations/a/b?q=light&figure=abc&country=NA&records=arrests&sort=arrests&map=counted');
    expect(printAddress({ ...before, ...atOperation('a/c') })).toBe('/operations/a/c?q=light');
  });
});
