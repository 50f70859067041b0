import { createHash } from 'node:crypto';
import type { VisibleLabels, VisibleSet } from '../handling/visible-labels.js';
import type { Viewer } from '../viewer/viewer.js';
import type { Dictionary } from './dictionary.js';

/** The labels that a viewer may count, as codes. Equal sets have equal ids, whoever they belong to. */
export interface Audience {
  readonly id: string;
  readonly labels: readonly number[];
  has(label: number): boolean;
}

/** Labels of which a count is written down before it leaves, with their owners. */
export type StricterLabels = ReadonlyMap<number, string>;

interface Judged {
  readonly audience: Audience;
  readonly stricter: StricterLabels;
}

/** Turns visible sets into audiences, once for each set: it stays the same object while the answer is the same. */
export class Audiences {
  readonly #visible: VisibleLabels;
  readonly #labels: Dictionary;
  readonly #bySet = new WeakMap<VisibleSet, Judged>();

  constructor(visible: VisibleLabels, labels: Dictionary) {
    this.#visible = visible;
    this.#labels = labels;
  }

  of(viewer: Viewer): Judged {
    const set = this.#visible.countable(viewer);
    const known = this.#bySet.get(set);
    if (known !== undefined) return known;
    const judged = { audience: audienceOf(set.keys.map((key) => this.#labels.codeOf(key))), stricter: this.#stricterOf(viewer, set) };
    this.#bySet.set(set, judged);
    return judged;
  }

  #stricterOf(viewer: Viewer, { keys }: VisibleSet): StricterLabels {
    const stricter = new Map<number, string>();
    // In an order of their own, so that the log does not tell in which order labels came to be.
    for (const key of keys.toSorted()) {
      const label = this.#visible.find(key)?.label;
      if (label !== undefined && this.#visible.isOthersStricter(viewer, label)) stricter.set(this.#labels.codeOf(key), label.originator);
    }
    return stricter;
  }
}

/** A label that comes to be known later is in none of the audiences made before. */
export function audienceOf(labels: readonly number[]): Audience {
  const members = new Uint8Array(labels.reduce((most, label) => Math.max(most, label + 1), 0));
  for (const label of labels) members[label] = 1;
  return {
    id: createHash('sha256').update(members).digest('base64url'),
    labels,
    has: (label) => members[label] === 1,
  };
}
