import type { Journal } from '../journal/journal.js';
import type { DirectoryFeed, DirectoryState } from './directory-feed.js';

/** The feed of an owner in the same process: read again whenever the journal changed one of its collections. */
export class CollectionFeed<Entry> implements DirectoryFeed<Entry> {
  readonly #load: () => Promise<readonly Entry[]>;
  readonly #listeners: (() => void)[] = [];
  #revision = 0;
  #held: DirectoryState<Entry> | undefined;

  constructor(journal: Pick<Journal, 'follow'>, collections: readonly string[], load: () => Promise<readonly Entry[]>) {
    this.#load = load;
    journal.follow(({ changes }) => {
      if (!changes.some(({ collection }) => collections.includes(collection))) return;
      this.#revision += 1;
      for (const listener of this.#listeners) listener();
    });
  }

  async read(): Promise<DirectoryState<Entry>> {
    const revision = String(this.#revision);
    if (this.#held?.revision === revision) return this.#held;
    const state = { revision, entries: await this.#load() };
    this.#held = state;
    return state;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }
}
