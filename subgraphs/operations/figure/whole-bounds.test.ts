import { describe, expect, it } from '@jest/globals';
import type { FigureConflictRecord } from '../operation/operation.model.js';
import { statesWhole, wholeBounds } from './whole-bounds.js';

type Statement = Parameters<typeof statesWhole>[0];

const ARRESTS = { measure: 'ARRESTS', meaning: null, assetClass: null, currency: null };
const SEIZED = { measure: 'AMOUNT', meaning: 'SEIZED', assetClass: 'ALL', currency: 'USD' };

function arrests(value: string | null, qualifier: string, different: Partial<Statement> = {}): Statement {
  return { ...ARRESTS, countries: [], value, qualifier, note: null, ...different };
}

describe('what is stated of a whole operation', () => {
  it.each([
    ['a figure of a country', arrests('45', 'EXACT', { countries: ['PT'] }), ARRESTS, false],
    ['a figure that countries share', arrests('27', 'EXACT', { countries: ['KR', 'CN'] }), ARRESTS, false],
    ['another measure', arrests('3', 'EXACT', { measure: 'RAIDS' }), ARRESTS, false],
    ['the measure', arrests('3950', 'EXACT'), ARRESTS, true],
    ['money in the meaning and currency', arrests('257000000', 'AS_STATED', { ...SEIZED }), SEIZED, true],
    ['money of no stated class, as all of them', arrests('1', 'EXACT', { ...SEIZED, assetClass: null }), SEIZED, true],
    ['a part of the money', arrests('135000000', 'AS_STATED', { ...SEIZED, assetClass: 'FIAT' }), SEIZED, false],
    ['money that was recovered', arrests('1', 'EXACT', { ...SEIZED, meaning: 'RECOVERED' }), SEIZED, false],
    ['money in euros', arrests('1', 'EXACT', { ...SEIZED, currency: 'EUR' }), SEIZED, false],
  ])('is or is not %s', (_, figure, subject, states) => {
    expect(statesWhole(figure, subject)).toBe(states);
  });
});

describe('the bounds of a whole operation', () => {
  const conflict = (country: string | null, ...values: string[]): FigureConflictRecord => ({ measure: 'ARRESTS', country, values, note: null });

  it.each<[string, Statement[], FigureConflictRecord[], string | null, string | null]>([
    ['nothing was stated', [], [], null, null],
    ['it was not published, which is not 0', [arrests(null, 'EXACT')], [], null, null],
    ['it is about so many', [arrests('2000', 'ABOUT')], [], null, null],
    ['it is preliminary', [arrests('2517', 'PRELIMINARY')], [], null, null],
    ['it is exact', [arrests('3950', 'EXACT')], [], '3950', '3950'],
    ['it is more than', [arrests('5500', 'MORE_THAN')], [], '5500', null],
    ['it is nearly', [arrests('2800', 'NEARLY')], [], null, '2800'],
    ['two statements can both be true', [arrests('3000', 'MORE_THAN'), arrests('4000', 'NEARLY')], [], '3000', '4000'],
    ['one statement says more than another', [arrests('3000', 'MORE_THAN'), arrests('3950', 'EXACT')], [], '3950', '3950'],
    ['one says nothing certain', [arrests('2000', 'PRELIMINARY'), arrests('2100', 'EXACT')], [], '2100', '2100'],
    ['two exact numbers contradict each other: it is one of them', [arrests('9', 'EXACT'), arrests('10', 'EXACT')], [], '9', '10'],
    ['a contradiction leaves a side open', [arrests('100', 'NEARLY'), arrests('200', 'EXACT')], [], null, '200'],
    ['notes tell two things under one measure', [arrests('7', 'EXACT', { note: 'Purple' }), arrests('6', 'EXACT', { note: 'Red' })], [], '6', null],
    ['sources disagree', [arrests('55', 'EXACT')], [conflict(null, '55', '50')], '50', '55'],
    ['sources disagree about a country', [arrests('55', 'EXACT')], [conflict('HK', '50', '60')], '55', '55'],
    ['numbers exceed what a float holds', [arrests('90071992547409.93', 'MORE_THAN'), arrests('90071992547409.94', 'EXACT')], [], '90071992547409.94', '90071992547409.94'],
  ])('where %s', (_, statements, conflicts, lower, upper) => {
    expect(wholeBounds(statements, conflicts, ARRESTS)).toEqual({ lower, upper });
  });
});
