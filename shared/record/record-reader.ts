import { BoundedCache } from '../caching/bounded-cache.js';
import type { Handled } from '../handling/label.js';
import { mayRead } from '../handling/may-read.js';
import type { VisibleSet } from '../handling/visible-labels.js';
import { assertViewer, type Viewer } from '../viewer/viewer.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import { disclose, type Shown } from './disclose.js';
import { handlingCondition, type HandlingQuery } from './handling-conditions.js';
import { mayEdit, versionToken, withoutInputToken, type HandledRecord, type Readable, type WithheldPart } from './handled-record.js';

/** Keys that a record can do without. */
export type NullableKey<Rec> = { [Key in keyof Rec & string]: null extends Rec[Key] ? Key : never }[keyof Rec & string];

const MOST_CONDITIONS = 64;

type ReaderRuntime = Pick<SubgraphRuntime, 'visible' | 'disclosures' | 'ids' | 'directory'>;

/**
 * Turns stored records into what one reader may see. A store filters by `readable`, then passes everything it found
 * through `show`; nothing leaves a store otherwise.
 */
export class RecordReader<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: ReaderRuntime;
  readonly #identityField: string;
  readonly #withoutIdentity: Readonly<Record<string, null>>;
  readonly #asked = new WeakMap<VisibleSet, BoundedCache<readonly string[]>>();

  /** `besideIdentity`: further keys that may tell who it was; they are null for whom the identity is withheld. */
  constructor(runtime: ReaderRuntime, identityField: string, besideIdentity: readonly NullableKey<Rec>[] = []) {
    this.#runtime = runtime;
    this.#identityField = identityField;
    this.#withoutIdentity = { identity: null, identityHandling: null, ...Object.fromEntries(besideIdentity.map((key) => [key, null])) };
  }

  /** The part of every filter that decides about access; a query may ask for fewer labels, never for others. */
  readable(viewer: Viewer, asked?: HandlingQuery): { handling: { $in: readonly string[] } } {
    return { handling: { $in: this.#among(viewer, this.#visible(viewer), asked) } };
  }

  /** For a predicate or a sort key on the identity: record ∧ identity part. Other records count as having none. */
  identityReadable(viewer: Viewer): { handling: { $in: readonly string[] }; identityHandling: { $in: readonly string[] } } {
    return { ...this.readable(viewer), identityHandling: { $in: this.#visible(viewer).keys } };
  }

  /** What tallies count: dashboards count CLEAR and GREEN records although they read none. */
  countable(viewer: Viewer, asked?: HandlingQuery): { handling: { $in: readonly string[] } } {
    assertViewer(viewer);
    return { handling: { $in: this.#among(viewer, this.#runtime.visible.countable(viewer), asked) } };
  }

  /** The versions that counted at any instant under a label that the viewer reads; for whom no record is shown, none. */
  counted(viewer: Viewer, asked?: HandlingQuery): { countedUnder: { $in: readonly string[] } } {
    return { countedUnder: { $in: this.#among(viewer, this.#visible(viewer), asked) } };
  }

  /**
   * The records as this viewer may see them, in the same order. Whatever it shows of another organisation's AMBER
   * or stricter information is written to the disclosure log first; where that fails, nothing is shown.
   */
  async show(viewer: Viewer, records: readonly Rec[]): Promise<Readable<Rec>[]> {
    const visible = this.#runtime.visible.of(viewer);
    const shown = records
      .filter(({ handling }) => handling !== null && visible.has(handling))
      .map((record) => this.#show(viewer, record, visible));
    await disclose(this.#runtime, viewer, shown.map(({ record }) => toShown(record, [record.handling, record.identityHandling])), false);
    return shown;
  }

  /** Writes down that records were counted for this viewer, before the count leaves; `byIdentity`: by something in that part. */
  async discloseCount(
    viewer: Viewer,
    records: readonly Pick<Rec, '_id' | 'originator' | 'handling' | 'identityHandling'>[],
    byIdentity: boolean,
  ): Promise<void> {
    const counted = records.map((record) => toShown(record, byIdentity ? [record.handling, record.identityHandling] : [record.handling]));
    await disclose(this.#runtime, viewer, counted, true);
  }

  /** Writes down which records were shown as those behind a number. */
  async discloseCounted(viewer: Viewer, records: readonly Pick<Rec, '_id' | 'originator' | 'countedUnder'>[]): Promise<void> {
    await disclose(this.#runtime, viewer, records.map((record) => toShown(record, [record.countedUnder])), false);
  }

  #visible(viewer: Viewer): VisibleSet {
    assertViewer(viewer);
    return this.#runtime.visible.of(viewer);
  }

  /** A set is one viewer's until something changes that a condition may look at, so what is asked of it is found once. */
  #among(viewer: Viewer, set: VisibleSet, asked: HandlingQuery | undefined): readonly string[] {
    const isAsked = handlingCondition(this.#runtime, viewer, asked);
    if (isAsked === null) return set.keys;
    const found = this.#asked.get(set) ?? new BoundedCache<readonly string[]>(MOST_CONDITIONS);
    this.#asked.set(set, found);
    const condition = JSON.stringify([asked?.operation, asked?.originator, asked?.releasedToMe]);
    const keys = found.get(condition) ?? set.keys.filter((key) => {
      const label = this.#runtime.visible.find(key)?.label;
      return label !== undefined && isAsked(label);
    });
    found.set(condition, keys);
    return keys;
  }

  #show(viewer: Viewer, record: Rec, seen: VisibleSet): Readable<Rec> {
    const { visible, ids } = this.#runtime;
    const withheld = this.#withheldIdentity(viewer, record, seen);
    const shown = withoutInputToken(record);
    return {
      record: withheld === undefined ? shown : { ...shown, ...this.#withoutIdentity },
      withheld: withheld === undefined ? [] : [withheld],
      versionToken: () => versionToken(ids, record, {
        seesIdentity: record.identityHandling !== null && seen.has(record.identityHandling),
        edits: mayEdit(viewer, record, visible.facts()),
      }),
    };
  }

  #withheldIdentity(viewer: Viewer, record: Rec, seen: VisibleSet): WithheldPart | undefined {
    const { visible } = this.#runtime;
    const { identityHandling, originator } = record;
    if (identityHandling === null || seen.has(identityHandling)) return undefined;
    const handled: Handled | undefined = visible.find(identityHandling);
    const sealed = handled !== undefined && mayRead(viewer, { ...handled, reviewMonth: null }, visible.facts());
    return { field: this.#identityField, reason: sealed ? 'SEALED' : 'STRICTER_HANDLING', originator };
  }
}

function toShown({ _id, originator }: Pick<HandledRecord<unknown>, '_id' | 'originator'>, handlings: readonly (string | null)[]): Shown {
  return { id: _id, originator, handlings };
}
