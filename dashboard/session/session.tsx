import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useCallback, useContext, useMemo, useState } from 'preact/hooks';
import { createClient, type Client, type Identity } from '../api/client.js';
import type { ReadySignIn } from './ready-sign-ins.js';
import { recallIdentity, rememberIdentity } from './remembered-identity.js';

export interface Session {
  readonly signIns: readonly ReadySignIn[];
  readonly identity: Identity | null;
  /** A new viewer states a purpose and a case of its own: those of the one before are dropped. */
  readonly signIn: (token: string) => void;
  readonly signOut: () => void;
  readonly state: (purpose: string | null, caseReference: string | null) => void;
  readonly client: Client;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider(props: { signIns: readonly ReadySignIn[]; children: ComponentChildren }): JSX.Element {
  const { signIns } = props;
  const [identity, setIdentity] = useState<Identity | null>(() => recallIdentity(signIns));
  const client = useMemo(() => createClient(identity ?? { token: '', purpose: null, caseReference: null }), [identity]);
  const become = useCallback((next: Identity | null) => {
    rememberIdentity(next);
    setIdentity(next);
  }, []);
  const session: Session = {
    signIns,
    identity,
    client,
    signIn: (token) => become({ token, purpose: null, caseReference: null }),
    signOut: () => become(null),
    state: (purpose, caseReference) => identity !== null && become({ ...identity, purpose, caseReference }),
  };
  return <SessionContext.Provider value={session}>{props.children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionProvider above it.');
  return session;
}
