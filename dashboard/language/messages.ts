import { FORM_ENGLISH } from './form-messages.en.js';
import { FORM_JAPANESE } from './form-messages.ja.js';
import { ENGLISH } from './messages.en.js';
import { JAPANESE } from './messages.ja.js';
import { TALLY_ENGLISH } from './tally-messages.en.js';
import { TALLY_JAPANESE } from './tally-messages.ja.js';
import { WALLET_ENGLISH } from './wallet-messages.en.js';
import { WALLET_JAPANESE } from './wallet-messages.ja.js';
import type { Language } from '../address/address.js';

const ALL_ENGLISH = { ...ENGLISH, ...FORM_ENGLISH, ...TALLY_ENGLISH, ...WALLET_ENGLISH };

export type MessageKey = keyof typeof ALL_ENGLISH;
export type Messages = Readonly<Record<MessageKey, string>>;
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string;

export const CATALOGUES: Readonly<Record<Language, Messages>> = { en: ALL_ENGLISH, ja: { ...JAPANESE, ...FORM_JAPANESE, ...TALLY_JAPANESE, ...WALLET_JAPANESE } };

export function translator(language: Language): Translate {
  const messages = CATALOGUES[language];
  return (key, values = {}) => messages[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
