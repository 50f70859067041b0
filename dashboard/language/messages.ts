import { ENGLISH } from './messages.en.js';
import { JAPANESE } from './messages.ja.js';
import type { Language } from '../address/address.js';

export type MessageKey = keyof typeof ENGLISH;
export type Messages = Readonly<Record<MessageKey, string>>;
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

const CATALOGUES: Readonly<Record<Language, Messages>> = { en: ENGLISH, ja: JAPANESE };

export function translator(language: Language): Translate {
  const messages = CATALOGUES[language];
  return (key, values = {}) => messages[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
