import type { Clock } from '../clock/clock.js';
import { CodedError } from '../errors/coded-error.js';
import type { OperationFeed, OrganisationFeed } from './directory-feed.js';
import { DirectorySnapshot } from './directory-snapshot.js';

/** Beyond this age nothing is decided any more: a participation or a suspension may have been missed. */
export const DIRECTORY_LIFETIME_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 500;

export class DirectoryStaleError extends CodedError {
  constructor() {
    super('UNAVAILABLE', 'The register of organisations and operations cannot be reached.');
    this.name = 'DirectoryStaleError';
  }
}

export interface DirectoryOptions {
  readonly clock: Clock;
  readonly organisations: OrganisationFeed;
  readonly operations: OperationFeed;
  readonly pollEveryMs?: number;
}

/** What a subgraph holds in memory of the agencies and operations subgraphs. */
export class Directory {
  readonly #options: DirectoryOptions;
  #held: { readonly snapshot: DirectorySnapshot; readonly readAt: number } | undefined;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /** Reads once, then follows the feeds. Rejects when the first read fails: a subgraph without it must not serve. */
  async start(): Promise<void> {
    await this.refresh();
    const { organisations, operations, pollEveryMs } = this.#options;
    this.#timer = setInterval(() => this.#refreshQuietly(), pollEveryMs ?? POLL_MILLISECONDS);
    this.#timer.unref();
    organisations.onChange?.(() => this.#refreshQuietly());
    operations.onChange?.(() => this.#refreshQuietly());
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** When this resolves, every change announced before the call is visible. */
  refresh(): Promise<void> {
    // A read that is already under way may have missed the change: one that begins later must follow it.
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#running = this.#read();
        return this.#running;
      });
    return this.#next;
  }

  /** Fails closed: throws DirectoryStaleError when nothing was read within the last five seconds. */
  current(): DirectorySnapshot {
    // A clock set back must not make an old snapshot look young, hence the absolute distance.
    if (this.#held === undefined || Math.abs(this.#now() - this.#held.readAt) > DIRECTORY_LIFETIME_MILLISECONDS) {
      throw new DirectoryStaleError();
    }
    return this.#held.snapshot;
  }

  async #read(): Promise<void> {
    // The age counts from the beginning of the read: what happens during it may already be missing.
    const readAt = this.#now();
    const [organisations, operations] = await Promise.all([
      this.#options.organisations.read(),
      this.#options.operations.read(),
    ]);
    const snapshot = new DirectorySnapshot(organisations, operations);
    // An unchanged directory stays the same object, so that what is memoised over it stays memoised.
    const unchanged = this.#held?.snapshot.revision === snapshot.revision;
    this.#held = { snapshot: unchanged && this.#held !== undefined ? this.#held.snapshot : snapshot, readAt };
  }

  /** A failed poll is no event of its own: the age of what is held grows until `current` refuses. */
  #refreshQuietly(): void {
    if (this.#timer === undefined) return;
    this.refresh().catch(() => undefined);
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}
