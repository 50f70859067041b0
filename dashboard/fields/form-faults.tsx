import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** One thing that is wrong with what was filled in, under the path that the exchange gives its field. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  /** The language of the sentence: those of the exchange are English. */
  readonly language: string;
}

export const FormFaults = createContext<readonly Fault[]>([]);

/** The faults of one field: its own, or with `below` also those of what it holds (`countries[1]` of `countries`). */
export function useFaults(path: string, below = false): readonly Fault[] {
  return useContext(FormFaults).filter((fault) => fault.path === path || (below && isBelow(fault.path, path)));
}

/** The id of the field with this path on the page. */
export function fieldId(path: string): string {
  return `field-${path.replace(/[.[\]]+/g, '-').replace(/-$/, '')}`;
}

/** Where a fault can be mended: its field, else the nearest one around it; null where the form shows neither. */
export function fieldOf(path: string): HTMLElement | null {
  for (let at = path; at !== ''; at = around(at)) {
    const found = document.getElementById(fieldId(at));
    if (found !== null) return found;
  }
  return null;
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

function around(path: string): string {
  return path.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '');
}
