import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';
import type { AppliedEntry } from '../journal/applied-entry.js';
import type { DraftChange } from '../journal/draft.js';
import { projectionOf, type Projection } from '../journal/projection.js';
import { handlingKey, normaliseLabel, type Label } from './label.js';
import type { Grant } from './may-read.js';
import type { ReleaseGroup, ReleaseGroups } from './release-groups.js';
import type { VisibleLabels } from './visible-labels.js';

interface LabelRecord {
  _id: string;
  label: Label;
  reviewMonth: string | null;
}

interface ReleaseGroupRecord extends Omit<ReleaseGroup, 'id'> {
  _id: string;
}

const labelSchema = new Schema<LabelRecord>(
  { _id: String, label: Schema.Types.Mixed, reviewMonth: { type: String, default: null } },
  { strict: false, versionKey: false, collection: 'labels' },
);
const releaseGroupSchema = new Schema<ReleaseGroupRecord>(
  { _id: String, originator: String, extends: { type: String, default: null }, grants: [Schema.Types.Mixed] },
  { strict: false, versionKey: false, collection: 'release_groups' },
);

export const LABELS = 'labels';
export const RELEASE_GROUPS = 'release_groups';

/**
 * The labels and release groups of one subgraph: stored by the journal like every record, held in memory for the
 * rule of access. Nothing of them is ever an answer, so there is no Viewer here.
 */
export class HandlingStore {
  readonly #labels: Model<LabelRecord>;
  readonly #releaseGroups: Model<ReleaseGroupRecord>;
  readonly #visible: VisibleLabels;
  readonly #releases: ReleaseGroups;

  constructor(connection: Connection, visible: VisibleLabels, releases: ReleaseGroups) {
    this.#labels = connection.model<LabelRecord>('Label', labelSchema);
    this.#releaseGroups = connection.model<ReleaseGroupRecord>('ReleaseGroup', releaseGroupSchema);
    this.#visible = visible;
    this.#releases = releases;
  }

  get projections(): Projection[] {
    return [projectionOf(this.#labels, { personal: [] }), projectionOf(this.#releaseGroups, { personal: [] })];
  }

  /** Reads what earlier runs wrote. An unread label is an invisible one. */
  async load(): Promise<void> {
    for (const { label, reviewMonth } of await this.#labels.find().lean().exec()) this.#visible.register(label, reviewMonth);
    for (const { _id, originator, extends: parent, grants } of await this.#releaseGroups.find().lean().exec()) {
      this.#releases.put({ id: _id, originator, extends: parent, grants });
    }
  }

  /** Keeps memory up with the journal, this process's entries and others'. */
  note(entry: AppliedEntry): void {
    for (const { collection, id, after } of entry.changes) {
      if (after === null) continue;
      if (collection === LABELS) {
        const { label, reviewMonth } = after as unknown as LabelRecord;
        this.#visible.register(label, reviewMonth);
      } else if (collection === RELEASE_GROUPS) {
        const { originator, extends: parent, grants } = after as unknown as ReleaseGroupRecord;
        this.#releases.put({ id, originator, extends: parent, grants });
      }
    }
  }

  /** The key of a label and, where the subgraph does not know it yet, the change that makes it known. */
  use(label: Label, reviewMonth: string | null): { key: string; changes: DraftChange[] } {
    const normal = normaliseLabel(label);
    const key = handlingKey(normal, reviewMonth);
    if (this.#visible.find(key) !== undefined) return { key, changes: [] };
    return { key, changes: [{ collection: LABELS, id: key, after: { label: normal as never, reviewMonth } }] };
  }

  findReleaseGroup(id: string): ReleaseGroup | undefined {
    return this.#releases.find(id);
  }

  /** What a release group grants; recalled releases are left out. */
  grantsOf(releaseGroup: string): readonly Grant[] {
    return this.#releases.grantsOf(releaseGroup);
  }

  releaseGroupChange({ id, ...group }: ReleaseGroup): DraftChange {
    return { collection: RELEASE_GROUPS, id, after: group as never };
  }
}
