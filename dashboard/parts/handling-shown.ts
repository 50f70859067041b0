import { useEffect, useState } from 'preact/hooks';
import type { Handling, Tlp } from '../api/fragments.js';

const ORDER: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];

type Marking = Pick<Handling, 'tlp' | 'codes'>;

const shown = new Set<Marking>();
const listeners = new Set<(line: string) => void>();

/** Counts a marking in for as long as its part is on the page, so that the printed page can name the strictest. */
export function useShownHandling(marking: Marking): void {
  useEffect(() => {
    // A copy, because two parts may share one marking and leave at different times.
    const entry = { ...marking };
    shown.add(entry);
    tell();
    return () => {
      shown.delete(entry);
      tell();
    };
  }, [marking]);
}

/** "TLP:AMBER, H1": the strictest level on the page and every code on it. */
export function useStrictestShown(): string {
  const [line, setLine] = useState(() => strictest(shown));
  useEffect(() => {
    listeners.add(setLine);
    setLine(strictest(shown));
    return () => void listeners.delete(setLine);
  }, []);
  return line;
}

export function tlpInWords(tlp: Tlp): string {
  return `TLP:${tlp === 'AMBER_STRICT' ? 'AMBER+STRICT' : tlp}`;
}

export function strictest(markings: Iterable<Marking>): string {
  let rank = 0;
  const codes = new Set<string>();
  for (const marking of markings) {
    rank = Math.max(rank, ORDER.indexOf(marking.tlp));
    for (const code of marking.codes) codes.add(code);
  }
  return [tlpInWords(ORDER[rank] ?? 'RED'), ...[...codes].sort()].join(', ');
}

function tell(): void {
  const line = strictest(shown);
  for (const listener of listeners) listener(line);
}
