import type { Coded, Place } from '../api/fragments.js';
import type { Language } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { translator, type Translate } from './messages.js';
import { JAPANESE_TERMS } from './terms.ja.js';

export interface Words {
  readonly language: Language;
  readonly locale: string;
  readonly t: Translate;
  readonly term: (term: Coded) => string;
  readonly countryName: (country: Place) => string;
  /** "Spain, Malaysia and Hong Kong" as the language joins names. */
  readonly join: (names: readonly string[]) => string;
}

/** Dates and numbers as written in international correspondence: 31 May 2024, not May 31, 2024. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja' };

const WORDS: Readonly<Record<Language, Words>> = { en: wordsOf('en'), ja: wordsOf('ja') };

export function useWords(): Words {
  return WORDS[useAddress().address.language];
}

function wordsOf(language: Language): Words {
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return {
    language,
    locale: LOCALES[language],
    t: translator(language),
    term: (term) => (language === 'ja' ? (JAPANESE_TERMS[term.code] ?? term.label) : term.label),
    countryName: (country) => (language === 'ja' ? (regions.of(country.code) ?? country.name) : country.name),
    join: (names) => list.format(names),
  };
}
