import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../language/language.js';
import { useSession } from '../session/session.js';
import { LanguageSwitch } from './language-switch.js';

/** The first thing asked: who is looking. Everything else depends on it. */
export function ViewerGate(): JSX.Element {
  const { t } = useWords();
  const { signIns, signIn, refused } = useSession();
  return (
    <main class="gate" id="content">
      <p class="gate-brand"><span class="brand-mark" aria-hidden="true" />Tessera <span class="quiet">{t('app.tagline')}</span></p>
      <h1>{t('viewer.choose')}</h1>
      <p class="quiet">{signIns.length > 0 ? t('viewer.chooseWhy') : t('viewer.tokenWhy')}</p>
      {refused && <p class="field-fault" role="alert">{t('viewer.refused')}</p>}
      {signIns.length > 0 ? (
        <ul class="gate-choices">
          {signIns.map((choice) => (
            <li key={choice.name}>
              <button type="button" onClick={() => { signIn({ signIn: choice.name }); }}>
                <strong>{choice.displayName}</strong>
                <span>{choice.organisation}</span>
                <code>{choice.name}</code>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <TokenField />
      )}
      <LanguageSwitch />
    </main>
  );
}

function TokenField(): JSX.Element {
  const { t } = useWords();
  const { signIn } = useSession();
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      class="gate-token"
      onSubmit={(event) => {
        event.preventDefault();
        const pasted = token.trim();
        setMissing(pasted === '');
        if (pasted !== '') signIn({ token: pasted });
      }}
    >
      <label for="token">{t('viewer.token')}</label>
      <p class="quiet" id="token-hint">{t('viewer.tokenHint')}</p>
      {missing && <p class="field-fault" id="token-fault">{t('viewer.tokenMissing')}</p>}
      <textarea
        id="token"
        rows={4}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={missing ? 'token-fault token-hint' : 'token-hint'}
        aria-invalid={missing}
        value={token}
        onInput={(event) => setToken(event.currentTarget.value)}
      />
      <button type="submit" class="primary">{t('viewer.useToken')}</button>
    </form>
  );
}
