import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

interface Drafts {
  readonly of: (key: string) => unknown;
  readonly keep: (key: string, draft: unknown) => void;
}

const DraftsContext = createContext<Drafts | null>(null);

/**
 * What was typed and not yet recorded, in the memory of this tab alone: it names persons, so it is written nowhere. It
 * outlives looking something up elsewhere on the page and a sign-in that ran out; leaving the page warns.
 */
export function DraftsProvider(props: { children: ComponentChildren }): JSX.Element {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, unknown>>(new Map());
  const begun = [...drafts.values()].some((draft) => draft !== null);
  useEffect(() => {
    if (!begun) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [begun]);
  const value: Drafts = {
    of: (key) => drafts.get(key) ?? null,
    keep: (key, draft) => setDrafts((before) => new Map(before).set(key, draft)),
  };
  return <DraftsContext.Provider value={value}>{props.children}</DraftsContext.Provider>;
}

/** The draft of one form and one viewer. `kept` tells whether it was begun before. */
export function useDraft<Draft>(key: string, empty: Draft): { draft: Draft; kept: boolean; keep: (draft: Draft) => void; drop: () => void } {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('useDraft needs a DraftsProvider above it.');
  // Only this hook writes under the key, and one form uses it.
  const known = drafts.of(key) as Draft | null;
  return { draft: known ?? empty, kept: known !== null, keep: (draft) => drafts.keep(key, draft), drop: () => drafts.keep(key, null) };
}
