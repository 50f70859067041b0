import { useEffect } from 'preact/hooks';

/** Names the tab and the history entry by what is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Tessera`;
  }, [title]);
}
