import type { JSX } from 'preact';
import type { Handling, Tlp } from '../api/fragments.js';
import { useWords } from '../language/language.js';
import { tlpInWords, useShownHandling } from './handling-shown.js';

/** The level in the colours and on the dark ground that TLP 2.0 prescribes; the words carry the meaning. */
export function TlpBadge({ tlp }: { tlp: Tlp }): JSX.Element {
  return <span class={`tlp tlp-${tlp.toLowerCase()}`}>{tlpInWords(tlp)}</span>;
}

/** Everything that a reader must know before passing something on. */
export function HandlingLine({ handling }: { handling: Handling }): JSX.Element {
  const { t, term } = useWords();
  useShownHandling(handling);
  return (
    <span class="handling">
      <TlpBadge tlp={handling.tlp} />
      {handling.codes.map((code) => (
        <abbr key={code} class="handling-code" title={t(`handling.${code}`)} tabIndex={0}>{code}</abbr>
      ))}
      {handling.restriction !== null && <span class="handling-words">{handling.restriction}</span>}
      {handling.release !== null && (
        <span class="handling-words">
          {t('handling.released', { purpose: term(handling.release.purpose), date: handling.release.until.slice(0, 10) })}
        </span>
      )}
    </span>
  );
}
