import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { atOperation, atWallet } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { walletIn } from '../wallet/wallet-in.js';
import { useWords } from '../language/language.js';

const PAUSE_IN_TYPING_MS = 150;

/** `/` brings the cursor here from anywhere on the page. */
export function SearchField(): JSX.Element {
  const { t } = useWords();
  const { address, adjust, go } = useAddress();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(address.search);
  useSlashKey(field);
  useEffect(() => setTyped(address.search), [address.search]);
  // What is found is a list of operations: from another place the search leads there; an address of a virtual asset is a place of its own.
  const wallet = walletIn(typed);
  const search = (): void => (wallet !== null ? go(atWallet(wallet)) : address.place === 'operations' ? adjust({ search: typed }) : go({ ...atOperation(null), search: typed }));
  useEffect(() => {
    if (typed === address.search) return undefined;
    const timer = setTimeout(search, PAUSE_IN_TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <form class="search" role="search" onSubmit={(event) => { event.preventDefault(); search(); }}>
      <input
        ref={field}
        type="search"
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        placeholder={t('search.label')}
        title={t('search.hint')}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

function useSlashKey(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
