import type { ReportFigureInput } from '../../subgraphs/operations/figure/figure.inputs.js';
import { instantFrom } from './exercise-calendar.js';
import { EXERCISE_CODE } from './exercise-operation.js';
import { handled } from './handlings.js';
import { COORDINATOR } from './recorder.js';

/** A figure that somebody stated about the exercise, and the reporting instant at which it was entered. */
export interface FigureContribution {
  readonly organisation: string;
  readonly instant: number;
  readonly input: ReportFigureInput;
}

const FIRST_PRESS = { title: 'EXERCISE MOSAIC: results of the second joint action (invented)', publisher: 'Invented Press Office', date: '2026-03-20', url: null };
const SECOND_PRESS = { title: 'EXERCISE MOSAIC: final results (invented)', publisher: 'Invented Gazette', date: '2026-05-01', url: null };
const TOKYO_PRESS = { title: 'EXERCISE MOSAIC in Japan (invented)', publisher: 'Invented Tokyo Daily', date: '2026-05-01', url: null };

type Statement = Pick<ReportFigureInput, 'measure' | 'value' | 'qualifier'> &
  Partial<Pick<ReportFigureInput, 'currency' | 'meaning' | 'assetClass' | 'countries' | 'note' | 'source'>> & { readonly by?: string; readonly on: string };

/**
 * What the sources of the exercise say. They disagree with each other and with the records that were counted, as
 * sources do: nothing here may be mended by the counts, and no count by these.
 */
const STATEMENTS: readonly Statement[] = [
  { on: '2026-03-20', measure: 'ARRESTS', value: '3000', qualifier: 'MORE_THAN', source: FIRST_PRESS },
  { on: '2026-05-01', measure: 'ARRESTS', value: '4310', qualifier: 'EXACT', source: SECOND_PRESS, note: 'More than the records that were contributed.' },
  { on: '2026-05-01', measure: 'ARRESTS', value: '3900', qualifier: 'ABOUT', source: TOKYO_PRESS },
  { on: '2026-05-01', measure: 'ARRESTS', value: '402', qualifier: 'EXACT', countries: ['JP'], source: TOKYO_PRESS },
  { on: '2026-05-01', measure: 'ARRESTS', value: '350', qualifier: 'NEARLY', countries: ['JP'], source: SECOND_PRESS },
  { on: '2026-05-01', measure: 'ARRESTS', value: '90', qualifier: 'PRELIMINARY', countries: ['KH', 'TH'], source: SECOND_PRESS },
  { on: '2026-05-01', measure: 'VICTIMS_RESCUED', value: '280', qualifier: 'MORE_THAN', source: SECOND_PRESS },
  { on: '2026-05-01', measure: 'VICTIMS_RESCUED', value: null, qualifier: 'AS_STATED', countries: ['MM'], source: SECOND_PRESS, note: 'Rescues are mentioned, their number is not.' },
  { on: '2026-05-01', measure: 'AMOUNT', value: '61000000', qualifier: 'ABOUT', currency: 'USD', meaning: 'SEIZED', assetClass: 'ALL', source: SECOND_PRESS },
  { on: '2026-05-01', measure: 'AMOUNT', value: '9500000', qualifier: 'MORE_THAN', currency: 'EUR', meaning: 'FROZEN', assetClass: 'FIAT', source: FIRST_PRESS },
  { on: '2026-05-01', measure: 'AMOUNT', value: '2000000', qualifier: 'NEARLY', currency: 'USD', meaning: 'INTERCEPTED', assetClass: 'VIRTUAL', source: SECOND_PRESS },
  { on: '2026-05-01', measure: 'BANK_ACCOUNTS_FROZEN', value: '1150', qualifier: 'EXACT', source: SECOND_PRESS },
  { on: '2026-04-03', measure: 'SUSPECTS_IDENTIFIED', value: '5200', qualifier: 'AS_STATED', by: 'jp-ncb', source: null },
];

export function exerciseFigures(): FigureContribution[] {
  return STATEMENTS.map(({ by, on, ...statement }, index) => ({
    organisation: by ?? COORDINATOR,
    instant: instantFrom(on),
    input: {
      reference: `MOSAIC-F-${String(index + 1).padStart(2, '0')}`,
      operation: EXERCISE_CODE,
      countries: [],
      handling: handled(statement.countries === undefined ? 'CLEAR' : 'GREEN'),
      ...statement,
    },
  }));
}
