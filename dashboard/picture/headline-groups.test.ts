import { describe, expect, it } from '@jest/globals';
import { headlines } from './headline-groups.js';
import { figureOf } from './testing-figure.js';

describe('headline figures', () => {
  it('set arrests first, however large the money', () => {
    const money = figureOf({ measure: 'AMOUNT', meaning: 'SEIZED', assetClass: 'ALL', currencyCode: 'USD', value: '1000000' });
    const arrests = figureOf({ measure: 'ARRESTS', value: '3' });
    expect(headlines([money, arrests]).large.map(({ figure }) => figure)).toEqual([arrests, money]);
  });

  it('put a kind of assets below the whole sum of the same meaning and currency', () => {
    const whole = figureOf({ measure: 'AMOUNT', meaning: 'SEIZED', assetClass: 'ALL', currencyCode: 'USD' });
    const fiat = figureOf({ measure: 'AMOUNT', meaning: 'SEIZED', assetClass: 'FIAT', currencyCode: 'USD' });
    const euros = figureOf({ measure: 'AMOUNT', meaning: 'SEIZED', assetClass: 'FIAT', currencyCode: 'EUR' });
    const { large } = headlines([fiat, whole, euros]);
    expect(large.find(({ figure }) => figure === whole)?.narrower).toEqual([fiat]);
    expect(large.some(({ figure }) => figure === euros)).toBe(true);
  });

  it('lose none of several figures of one measure', () => {
    const notices = [figureOf({ measure: 'NOTICES_ISSUED' }), figureOf({ measure: 'NOTICES_ISSUED' })];
    expect(headlines(notices).large).toHaveLength(2);
  });

  it('leave figures of single countries to the table', () => {
    expect(headlines([figureOf({ measure: 'ARRESTS', countries: ['JP'] })]).large).toEqual([]);
  });

  it('put what has no place in the first row below it', () => {
    const many = Array.from({ length: 8 }, (_, place) => figureOf({ measure: `MEASURE_${String(place)}`, value: String(place) }));
    const { large, further } = headlines(many);
    expect(large.length + further.length).toBe(8);
    expect(large[0]?.figure.value).toBe('7');
  });
});
