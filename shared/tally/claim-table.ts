import type { Delta } from './delta-log.js';
import type { CountedFacets } from './tally-kind.js';

type Lot = Omit<Delta, 'at'>;

/** From an instant, in milliseconds since 1970, up to, without, another; null while it lasts. */
interface Span {
  readonly from: number;
  readonly until: number | null;
}

export interface SpokenClaim extends Span {
  readonly other: string;
  readonly counts: string | null;
}

/** One version of a record with the cells in which it counts. */
export interface ClaimedVersion extends Span {
  readonly facets: CountedFacets;
  readonly lots: readonly Lot[];
}

/** A record of which its owner says that it and another are one event, or are not. */
export interface ClaimedRecord {
  /** Handling key under which all its versions count. */
  readonly label: string;
  readonly statements: readonly SpokenClaim[];
  readonly versions: readonly ClaimedVersion[];
}

/** What the owner of a record says of another. */
export interface SpokenOf {
  readonly id: string;
  /** Handling key under which it counts. */
  readonly label: string;
  readonly counts: string | null;
}

/** A record that is not counted, because another of the same event is. */
export interface SetAside {
  readonly id: string;
  /** The record that counts for it. */
  readonly by: string;
  readonly lots: readonly Lot[];
}

/**
 * The records about which owners have said something, beside the cells. They are few: a look at all of them tells which
 * double claims hold among those that a reader counts.
 */
export class ClaimTable {
  readonly #records = new Map<string, ClaimedRecord>();
  /** Of each record those whose owners speak of it. */
  readonly #speaking = new Map<string, Set<string>>();
  #agreed: readonly Agreement[] | null = null;
  #revision = 0;

  get size(): number {
    return this.#records.size;
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  entries(): IterableIterator<[string, ClaimedRecord]> {
    return this.#records.entries();
  }

  set(id: string, record: ClaimedRecord | null): void {
    this.#agreed = null;
    this.#revision += 1;
    for (const { other } of this.#records.get(id)?.statements ?? []) this.#speaking.get(other)?.delete(id);
    if (record === null) this.#records.delete(id);
    else this.#records.set(id, record);
    for (const { other } of record?.statements ?? []) {
      const speaking = this.#speaking.get(other);
      if (speaking === undefined) this.#speaking.set(other, new Set([id]));
      else speaking.add(id);
    }
  }

  /** What owners say now of this record and of one of theirs. */
  speakingOf(id: string): SpokenOf[] {
    return [...(this.#speaking.get(id) ?? [])].flatMap((speaking) => {
      const record = this.#records.get(speaking);
      const said = record?.statements.find(({ other, until }) => other === id && until === null);
      return record === undefined || said === undefined ? [] : [{ id: speaking, label: record.label, counts: said.counts }];
    });
  }

  /**
   * What is set aside where each event counts once: of records that hang together by double claims all but one. Only
   * records of which a lot counts have a part in it, as they stood at an instant; null for the present.
   */
  setAside(counts: (cell: number) => boolean, instant: number | null): SetAside[] {
    const counted = new Map<ClaimedRecord, readonly Lot[]>();
    const lotsOf = (record: ClaimedRecord): readonly Lot[] => {
      const known = counted.get(record) ?? record.versions.find((version) => lasts(version, instant))?.lots.filter(({ cell }) => counts(cell)) ?? [];
      counted.set(record, known);
      return known;
    };
    const links = this.#agreements().filter((agreed) => lasts(agreed, instant) && agreed.records.every((record) => lotsOf(record).length > 0));
    return eventsAmong(links).flatMap(({ by, others }) =>
      others.map((id) => {
        const record = this.#records.get(id);
        return { id, by, lots: record === undefined ? [] : lotsOf(record) };
      }),
    );
  }

  /** When which owners said the same; found anew only after something was said, or a record of which it was said changed. */
  #agreements(): readonly Agreement[] {
    this.#agreed ??= [...this.#records].flatMap(([id, record]) =>
      record.statements.flatMap(({ other, counts, ...span }): Agreement[] => {
        const there = other < id || counts === null ? undefined : this.#records.get(other);
        if (there === undefined || counts === null) return [];
        return there.statements
          .filter((answer) => answer.other === id && answer.counts === counts)
          .flatMap((answer) => {
            const both = overlap(span, answer);
            return both === null ? [] : [{ ...both, counts, yields: counts === id ? other : id, records: [record, there] }];
          });
      }),
    );
    return this.#agreed;
  }
}

/** Two records that are one event, as both owners say. */
interface ClaimLink {
  readonly counts: string;
  readonly yields: string;
}

interface Agreement extends ClaimLink, Span {
  readonly records: readonly ClaimedRecord[];
}

function overlap(one: Span, other: Span): Span | null {
  const from = Math.max(one.from, other.from);
  const until = one.until === null ? other.until : other.until === null ? one.until : Math.min(one.until, other.until);
  return until !== null && until <= from ? null : { from, until };
}

function lasts({ from, until }: Span, instant: number | null): boolean {
  return instant === null ? until === null : from <= instant && (until === null || instant < until);
}

/**
 * The events behind links, each with the record that counts: one that yields to no other; where several do not, or, in
 * a circle, none, the first of them by id. It follows from the links alone, so whoever sees the same counts the same.
 */
function eventsAmong(links: readonly ClaimLink[]): Event[] {
  const parts = new Map<string, number>();
  for (const { counts, yields } of links) for (const id of [counts, yields]) parts.set(id, (parts.get(id) ?? 0) + 1);
  // Most are of two records that have a part in nothing else.
  const isPair = ({ counts, yields }: ClaimLink): boolean => parts.get(counts) === 1 && parts.get(yields) === 1;
  const pairs = links.filter(isPair).map(({ counts, yields }) => ({ by: counts, others: [yields] }));
  return [...pairs, ...largerEvents(links.filter((link) => !isPair(link)))];
}

interface Event {
  readonly by: string;
  readonly others: readonly string[];
}

function largerEvents(links: readonly ClaimLink[]): Event[] {
  const yielding = new Set(links.map(({ yields }) => yields));
  const events = new Map<string, Set<string>>();
  for (const { counts, yields } of links) {
    const [one, other] = [events.get(counts) ?? new Set([counts]), events.get(yields) ?? new Set([yields])];
    const [larger, smaller] = one.size < other.size ? [other, one] : [one, other];
    for (const id of smaller) larger.add(id);
    for (const id of smaller === larger ? [] : [...smaller, counts, yields]) events.set(id, larger);
  }
  return [...new Set(events.values())].map((ids) => {
    const sorted = [...ids].sort();
    const by = sorted.find((id) => !yielding.has(id)) ?? sorted[0] ?? '';
    return { by, others: sorted.filter((id) => id !== by) };
  });
}
