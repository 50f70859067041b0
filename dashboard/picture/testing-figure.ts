import type { Figure } from '../api/fragments.js';

type Sketch = Partial<Omit<Figure, 'measure' | 'meaning' | 'assetClass' | 'countries' | 'qualifier'>> & {
  readonly measure: string;
  readonly meaning?: string;
  readonly assetClass?: string;
  readonly countries?: readonly string[];
};

let made = 0;

/** A reported figure for tests, of which only what matters is given. */
export function figureOf({ measure, meaning, assetClass, countries = [], ...rest }: Sketch): Figure {
  made += 1;
  const coded = (code: string): Figure['measure'] => ({ code, label: code });
  return {
    id: `figure-${String(made)}`,
    value: '1',
    lower: null,
    upper: null,
    note: null,
    measure: coded(measure),
    qualifier: coded('EXACT'),
    currencyCode: null,
    currency: null,
    meaning: meaning === undefined ? null : coded(meaning),
    assetClass: assetClass === undefined ? null : coded(assetClass),
    countries: countries.map((code) => ({ code, country: { code, numeric: '000', name: code } })),
    source: null,
    reportedBy: null,
    history: [],
    handling: { tlp: 'CLEAR', codes: [], restriction: null, release: null },
    ...rest,
  };
}
