import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { createClient, type Client } from '../api/client.js';
import { freshSignIns, type ReadySignIn } from './ready-sign-ins.js';
import { recall, remember, tokenOf, type Remembered } from './remembered-identity.js';
import { mayRenew } from './renewal.js';

export interface Session {
  readonly signIns: readonly ReadySignIn[];
  readonly person: Remembered | null;
  /** True when the last sign-in was not accepted. */
  readonly refused: boolean;
  /** A new viewer states a purpose and a case of its own: those of the one before are dropped. */
  readonly signIn: (as: { readonly signIn: string } | { readonly token: string }) => void;
  readonly signOut: () => void;
  /** The exchange did not accept the token. */
  readonly refuse: () => void;
  readonly state: (purpose: string | null, caseReference: string | null) => void;
  readonly client: Client;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider(props: { signIns: readonly ReadySignIn[]; children: ComponentChildren }): JSX.Element {
  const [signIns, setSignIns] = useState(props.signIns);
  const [remembered, setRemembered] = useState(recall);
  const [refused, setRefused] = useState(false);
  const token = remembered === null ? null : tokenOf(remembered, signIns);
  const person = token === null ? null : remembered;
  const client = useMemo(
    () => createClient({ token: token ?? '', purpose: person?.purpose ?? null, caseReference: person?.caseReference ?? null }),
    [token, person],
  );
  const become = useCallback((next: Remembered | null) => {
    remember(next);
    setRemembered(next);
    setRefused(false);
  }, []);
  const session: Session = {
    signIns,
    person,
    refused,
    client,
    signIn: (as) => { become({ signIn: null, token: null, purpose: null, caseReference: null, ...as }); },
    signOut: () => { become(null); },
    refuse: () => {
      const turnAway = (): void => {
        become(null);
        setRefused(true);
      };
      if (person?.signIn != null && mayRenew(Date.now())) freshSignIns().then(setSignIns, turnAway);
      else turnAway();
    },
    state: (purpose, caseReference) => { if (person !== null) become({ ...person, purpose, caseReference }); },
  };
  return <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}
