import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { codedTerm, codedTermOrNull, codeLists, codesOf, isKnownCode } from './code-lists.js';
import { allCountries, findCountry } from './countries.js';
import { allCurrencies, findCurrency } from './currencies.js';

describe('the register of countries', () => {
  it('holds the 196 member countries of INTERPOL, each with a name in six languages', () => {
    const members = allCountries().filter(({ interpolMember }) => interpolMember);
    expect(members).toHaveLength(196);
    for (const country of allCountries()) {
      for (const name of [country.name, country.nameFr, country.nameEs, country.nameAr, country.nameZh, country.nameRu]) expect([country.code, name]).not.toEqual([country.code, '']);
      expect([country.code, country.numeric]).toEqual([country.code, expect.stringMatching(/^\d{3}$/)]);
    }
  });

  it('reads Namibia as a country, not as a missing value', () => {
    expect(findCountry('NA')).toMatchObject({ code: 'NA', iso3: 'NAM', name: 'Namibia', currency: 'NAD', interpolMember: true, subBureau: false });
  });

  it('tells sub-bureaus from members', () => {
    expect(allCountries().filter(({ interpolMember, subBureau }) => interpolMember && subBureau)).toEqual([]);
    expect(findCountry('HK')).toMatchObject({ interpolMember: false, subBureau: true });
  });

  it.each(['XQ', 'jp', 'JPN', '', '__proto__', 'constructor'])('does not know "%s"', (code) => {
    expect(findCountry(code)).toBeUndefined();
  });

  it('is ordered by code, each once', () => {
    const codes = allCountries().map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });
});

describe('the register of currencies', () => {
  it.each([['JPY', 0], ['USD', 2], ['KWD', 3], ['XAU', null]])('knows the smallest unit of %s: %p digits', (code, minorUnits) => {
    expect(findCurrency(code)).toMatchObject({ code, minorUnits, withdrawn: false });
  });

  it('keeps withdrawn currencies, marked so, and takes none that is in use somewhere for withdrawn', () => {
    expect(findCurrency('DEM')).toMatchObject({ withdrawn: true });
    for (const country of allCountries()) {
      if (country.currency === 'EUR') expect(findCurrency(country.currency)?.withdrawn).toBe(false);
    }
    expect(allCurrencies().filter(({ withdrawn }) => !withdrawn).length).toBeGreaterThan(150);
  });

  it.each(['ZZZ', 'usd', '', '__proto__'])('does not know "%s"', (code) => {
    expect(findCurrency(code)).toBeUndefined();
  });
});

describe('a code list', () => {
  it('gives the label of a code that it knows, and keeps one that it does not know as it came', () => {
    expect(codedTerm('measure', 'ARRESTS')).toMatchObject({ list: 'measure', code: 'ARRESTS', known: true, label: expect.not.stringMatching(/^ARRESTS$/) });
    expect(codedTerm('measure', 'UNICORNS')).toMatchObject({ list: 'measure', code: 'UNICORNS', known: false, label: 'UNICORNS' });
    expect(codedTermOrNull('measure', null)).toBeNull();
  });

  it('that is not there is a fault of the code, not an unknown term', () => {
    expect(() => codedTerm('mesure', 'ARRESTS')).toThrow('There is no code list "mesure".');
    expect(() => codesOf('mesure')).toThrow('There is no code list "mesure".');
    expect(isKnownCode('mesure', 'ARRESTS')).toBe(false);
  });

  /** What the field calls the things that records are about; a code that is missing here cannot be recorded. */
  it.each([
    ['assetKind', 'FIAT_MONEY BANK_ACCOUNT VIRTUAL_ASSET WALLET REAL_ESTATE LAND VEHICLE JEWELLERY LUXURY_GOODS COUNTERFEIT_NOTES COMPUTER PHONE SIM_CARD SERVER DOMAIN MINING_EQUIPMENT PASSPORT DRUGS'],
    ['custodyState', 'FROZEN SEIZED INTERCEPTED RECOVERED FORFEITED RETURNED RELEASED SOLD DESTROYED'],
    ['crimeType', 'VOICE_PHISHING ROMANCE_SCAM SEXTORTION INVESTMENT_FRAUD ILLEGAL_GAMBLING_LAUNDERING BUSINESS_EMAIL_COMPROMISE ECOMMERCE_FRAUD PHISHING IMPERSONATION FAKE_SHOPPING JOB_SCAM RENTAL_SCAM RANSOMWARE FORCED_CRIMINALITY_TRAFFICKING MONEY_MULING'],
    ['method', 'GENERATIVE_AI_ACCOUNTS DEEPFAKE REMOTE_ACCESS SCAM_CENTRE'],
    ['contactMode', 'SOCIAL_MEDIA DATING_APP TELEPHONE SMS EMAIL WEBSITE_OR_SHOP MESSENGER IN_PERSON'],
    ['role', 'BOSS CALLER RECEIVER PREPARER RECRUITER LOOKOUT COLLECTOR TOOL_SUPPLIER MONEY_MULE'],
    ['victimState', 'FORCED_TO_OFFEND TRAFFICKED OTHER'],
    ['purpose', 'LOCATE_WANTED_PERSON IDENTIFY_PERSON_OR_OBJECT SUPPORT_INVESTIGATION ALERT IDENTIFY_BODIES FORENSIC_ANALYSIS SECURITY_CHECKS TREND_ANALYSIS BORDER_CONTROL'],
    ['registrationType', 'NUMBER_PLATE CHASSIS IMEI LAND_REGISTER'],
  ])('%s has the words of the field', (list, codes) => {
    expect(codesOf(list)).toEqual(expect.arrayContaining(codes.split(' ')));
  });

  it('names each of its codes once', () => {
    for (const { name, codes } of codeLists()) expect([name, codes.length]).toEqual([name, new Set(codes).size]);
  });
});
