import type { Handled } from '../handling/label.js';
import { mayRead } from '../handling/may-read.js';
import type { VisibleSet } from '../handling/visible-labels.js';
import { assertViewer, type Viewer } from '../viewer/viewer.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import { disclose, type Shown } from './disclose.js';
import { handlingCondition, type HandlingQuery } from './handling-conditions.js';
import { mayEdit, versionToken, type HandledRecord, type Readable, type WithheldPart } from './handled-record.js';

/** Keys that a record can do without. */
export type NullableKey<Rec> = { [Key in keyof Rec & string]: null extends Rec[Key] ? Key : never }[keyof Rec & string];

type ReaderRuntime = Pick<SubgraphRuntime, 'visible' | 'disclosures' | 'ids' | 'directory'>;

/**
 * Turns stored records into what one reader may see. A store filters by `readable`, then passes everything it found
 * through `show`; nothing leaves a store otherwise.
 */
export class RecordReader<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: ReaderRuntime;
  readonly #identityField: string;
  readonly #besideIdentity: readonly NullableKey<Rec>[];

  /** `besideIdentity`: further keys that may tell who it was; they are null for whom the identity is withheld. */
  constructor(runtime: ReaderRuntime, identityField: string, besideIdentity: readonly NullableKey<Rec>[] = []) {
    this.#runtime = runtime;
    this.#identityField = identityField;
    this.#besideIdentity = besideIdentity;
  }

  /** The part of every filter that decides about access; a query may ask for fewer labels, never for others. */
  readable(viewer: Viewer, asked?: HandlingQuery): { handling: { $in: readonly string[] } } {
    return { handling: { $in: this.#among(viewer, this.#keys(viewer), asked) } };
  }

  /** For a predicate or a sort key on the identity: record ∧ identity part. Other records count as having none. */
  identityReadable(viewer: Viewer): { handling: { $in: readonly string[] }; identityHandling: { $in: readonly string[] } } {
    return { ...this.readable(viewer), identityHandling: { $in: this.#keys(viewer) } };
  }

  /** What tallies count: dashboards count CLEAR and GREEN records although they read none. */
  countable(viewer: Viewer, asked?: HandlingQuery): { handling: { $in: readonly string[] } } {
    assertViewer(viewer);
    return { handling: { $in: this.#among(viewer, this.#runtime.visible.countable(viewer).keys, asked) } };
  }

  /** The versions that counted at any instant under a label that the viewer reads; for whom no record is shown, none. */
  counted(viewer: Viewer, asked?: HandlingQuery): { countedUnder: { $in: readonly string[] } } {
    return { countedUnder: { $in: this.#among(viewer, this.#keys(viewer), asked) } };
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

  #keys(viewer: Viewer): readonly string[] {
    assertViewer(viewer);
    return this.#runtime.visible.of(viewer).keys;
  }

  #among(viewer: Viewer, keys: readonly string[], asked: HandlingQuery | undefined): readonly string[] {
    const isAsked = handlingCondition(this.#runtime, viewer, asked);
    if (isAsked === null) return keys;
    return keys.filter((key) => {
      const label = this.#runtime.visible.find(key)?.label;
      return label !== undefined && isAsked(label);
    });
  }

  #show(viewer: Viewer, record: Rec, seen: VisibleSet): Readable<Rec> {
    const { visible, ids } = this.#runtime;
    const withheld = this.#withheldIdentity(viewer, record, seen);
    const without = { identity: null, identityHandling: null, ...Object.fromEntries(this.#besideIdentity.map((key) => [key, null])) };
    return {
      record: { ...record, inputToken: '', ...(withheld === undefined ? {} : without) },
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
