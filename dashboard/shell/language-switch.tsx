import type { JSX } from 'preact';
import type { Language } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';

const LANGUAGES: readonly (readonly [Language, string])[] = [['en', 'English'], ['ja', '日本語']];

export function LanguageSwitch(): JSX.Element {
  const { t, language } = useWords();
  const { adjust } = useAddress();
  return (
    <div class="switch" role="group" aria-label={t('app.language')}>
      {LANGUAGES.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => adjust({ language: code })}>{name}</button>
      ))}
    </div>
  );
}
