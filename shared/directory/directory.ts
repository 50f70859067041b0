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
    this.#poll();
  }

  /** Follows the feeds from now on. Until they were read, `current` refuses: whose owners start later is waited for. */
  follow(): void {
    this.#poll();
    this.#refreshQuietly();
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

  /** How old what is held is; null before the first read. */
  get ageMilliseconds(): number | null {
    // A clock set back must not make an old snapshot look young, hence the absolute distance.
    return this.#held === undefined ? null : Math.abs(this.#now() - this.#held.readAt);
  }

  /** Fails closed: throws DirectoryStaleError when nothing was read within the last five seconds. */
  current(): DirectorySnapshot {
    const age = this.ageMilliseconds;
    if (this.#held === undefined || age === null || age > DIRECTORY_LIFETIME_MILLISECONDS) throw new DirectoryStaleError();
    return this.#held.snapshot;
  }

  #poll(): void {
    const { organisations, operations, pollEveryMs } = this.#options;
    this.#timer = setInterval(() => this.#refreshQuietly(), pollEveryMs ?? POLL_MILLISECONDS);
    this.#timer.unref();
    organisations.onChange?.(() => this.#refreshQuietly());
    operations.onChange?.(() => this.#refreshQuietly());
  }

  async #read(): Promise<void> {
    // The age counts from the beginning of the read: what happens during it may already be missing.
    const began = this.#now();
    const [organisations, operations] = await Promise.all([
      this.#options.organisations.read(),
      this.#options.operations.read(),
    ]);
    const readAt = began - Math.max(organisations.ageMilliseconds ?? 0, operations.ageMilliseconds ?? 0);
    // Of several processes that publish, one may lag: what is known already must not be forgotten for it.
    const behind = this.#held === undefined ? 0 : this.#held.readAt - readAt;
    if (behind > 0 && behind <= DIRECTORY_LIFETIME_MILLISECONDS) return;
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
