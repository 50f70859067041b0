import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { printAddress, readAddress, type Address } from './address.js';

interface Navigation {
  readonly address: Address;
  readonly hrefOf: (change: Partial<Address>) => string;
  readonly go: (change: Partial<Address>) => void;
  /** Changes the address without a step in the history: for what is typed or merely pointed at. */
  readonly adjust: (change: Partial<Address>) => void;
  /** Leaves what was opened: goes back where this page opened it, else takes it out of a shared address. */
  readonly leave: (change: Partial<Address>) => void;
}

/** Marks the history entries that this page made itself. */
const MADE_HERE = 'made-here';

const NavigationContext = createContext<Navigation | null>(null);

export function AddressProvider(props: { children: ComponentChildren }): JSX.Element {
  const [address, setAddress] = useState(() => readAddress(new URL(location.href)));
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(new URL(location.href)));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const hrefOf = useCallback((change: Partial<Address>) => printAddress({ ...address, ...change }), [address]);
  const move = (change: Partial<Address>, how: 'pushState' | 'replaceState'): void => {
    // From where the page is now: a change that was asked for a moment ago may come from an address already left.
    const next = { ...readAddress(new URL(location.href)), ...change };
    const href = printAddress(next);
    if (href === location.pathname + location.search) return;
    history[how](how === 'pushState' ? MADE_HERE : history.state, '', href);
    setAddress(next);
  };
  const navigation: Navigation = {
    address,
    hrefOf,
    go: (change) => move(change, 'pushState'),
    adjust: (change) => move(change, 'replaceState'),
    leave: (change) => (history.state === MADE_HERE ? history.back() : move(change, 'replaceState')),
  };
  return <NavigationContext.Provider value={navigation}>{props.children}</NavigationContext.Provider>;
}

export function useAddress(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useAddress needs an AddressProvider above it.');
  return navigation;
}
