import type { Figure } from '../api/fragments.js';
import type { Words } from '../language/language.js';
import { formatDecimal, shortenDecimal } from './decimal.js';

/** A figure taken apart for setting: what stands before the number, the number, what stands behind it. */
export interface FigureInWords {
  readonly before: string;
  /** Null where the source gives no number. It is never 0. */
  readonly number: string | null;
  readonly after: string;
}

type Stated = Pick<Figure, 'value' | 'qualifier'> & { readonly currencyCode?: Figure['currencyCode'] };

/** English and Japanese set qualifiers on different sides of the number. */
const PLACES: Readonly<Record<Words['language'], Readonly<Record<string, readonly [before: string, after: string]>>>> = {
  en: {
    EXACT: ['', ''],
    AS_STATED: ['', 'as stated'],
    ABOUT: ['about', ''],
    NEARLY: ['nearly', ''],
    MORE_THAN: ['more than', ''],
    PRELIMINARY: ['', 'preliminary'],
  },
  ja: {
    EXACT: ['', ''],
    AS_STATED: ['', '(公表のまま)'],
    ABOUT: ['約', ''],
    NEARLY: ['', '近く'],
    MORE_THAN: ['', '超'],
    PRELIMINARY: ['', '(速報値)'],
  },
};

export function figureInWords(figure: Stated, words: Words, length: 'short' | 'full'): FigureInWords {
  const [before, after] = PLACES[words.language][figure.qualifier.code] ?? ['', words.term(figure.qualifier)];
  if (figure.value === null) return { before: '', number: null, after: '' };
  const short = length === 'short' ? shortenDecimal(figure.value, words.locale) : null;
  const digits = short ?? formatDecimal(figure.value, words.locale);
  return { before, number: figure.currencyCode ? `${figure.currencyCode} ${digits}` : digits, after };
}

/** What is measured, with the meaning of money: "seized", "recovered". */
export function measureInWords(figure: Pick<Figure, 'measure' | 'meaning' | 'assetClass'>, words: Words): string {
  if (figure.meaning === null) return words.term(figure.measure);
  const meaning = words.term(figure.meaning);
  const narrower = figure.assetClass !== null && figure.assetClass.code !== 'ALL' ? words.term(figure.assetClass) : null;
  return narrower === null ? meaning : `${meaning}, ${words.language === 'ja' ? narrower : narrower.toLowerCase()}`;
}

export function inOneLine(parts: FigureInWords): string {
  return [parts.before, parts.number ?? '–', parts.after].filter((part) => part !== '').join(' ');
}
