import type { HandledRecord, Readable } from '../../shared/record/handled-record.js';
import type { RecordOutcome } from '../../shared/record/record-outcome.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import { accepted } from '../accepted.js';
import { appendTo } from './append-to.js';
import type { Contribution } from './contribution.js';
import { handled } from './handlings.js';
import type { LaterVerb } from './later-changes.js';
import type { PlayedKind } from './played-kind.js';
import { confidantOf } from './recorder.js';
import { recordTogether } from './record-together.js';

const PURPOSE = 'SUPPORT_INVESTIGATION';
/** A release that stands for whoever reads the exercise today, and one that has run out. */
const STANDS_UNTIL = new Date('2035-12-31T00:00:00Z');
const RAN_OUT = new Date('2026-05-03T00:00:00Z');

/** The records of one kind, played instant by instant. */
export class RecordPlay<Input extends { readonly reference: string }, Correction> {
  readonly #kind: PlayedKind<Input, Correction>;
  readonly #sent = new Map<number, Contribution<Input, Correction>[]>();
  readonly #changed = new Map<number, Contribution<Input, Correction>[]>();

  constructor(kind: PlayedKind<Input, Correction>, contributions: Iterable<Contribution<Input, Correction>>) {
    this.#kind = kind;
    for (const contribution of contributions) {
      appendTo(this.#sent, contribution.instant, contribution);
      if (contribution.later !== null) appendTo(this.#changed, contribution.later.instant, contribution);
      if (contribution.later?.recalledAt != null) appendTo(this.#changed, contribution.later.recalledAt, contribution);
    }
  }

  async play(instant: number): Promise<void> {
    const sent = new Map<string, Input[]>();
    for (const { organisation, input } of this.#sent.get(instant) ?? []) appendTo(sent, organisation, input);
    await Promise.all([...sent].map(([organisation, inputs]) => {
      const viewer = exerciseViewer(organisation);
      return recordTogether(inputs, (rows) => this.#kind.recordBatch(viewer, rows));
    }));
    const byOrganisation = new Map<string, Contribution<Input, Correction>[]>();
    for (const contribution of this.#changed.get(instant) ?? []) appendTo(byOrganisation, contribution.organisation, contribution);
    await Promise.all([...byOrganisation].map(([organisation, contributions]) => this.#change(exerciseViewer(organisation), contributions, instant)));
  }

  /** Reads each record as its originator does, to change the version that it shows. */
  async #change(viewer: Viewer, contributions: readonly Contribution<Input, Correction>[], instant: number): Promise<void> {
    const { runtime, collection } = this.#kind;
    const byId = new Map(contributions.map((contribution) => [runtime.ids.of(viewer.organisation, collection, contribution.input.reference), contribution]));
    const found = await this.#kind.findReadable(viewer, [...byId.keys()]);
    await Promise.all(found.map(async (readable) => {
      const contribution = byId.get(readable.record._id);
      if (contribution?.later == null) return;
      const { verb } = contribution.later;
      const outcome = instant === contribution.later.recalledAt ? this.#recall(viewer, readable) : this.#apply(viewer, verb, contribution, readable);
      if (outcome !== null) accepted(await outcome);
    }));
  }

  /** Null where it is done already: by an earlier run that was cut off, or because somebody changed the record since. */
  #apply(viewer: Viewer, verb: LaterVerb, { correction, input }: Contribution<Input, Correction>, { record, versionToken }: Readable<HandledRecord<unknown>>): Promise<RecordOutcome> | null {
    if (record.version !== 1 || record.identityVersion !== 1 || record.handlingVersion !== 1) return null;
    const { verbs } = this.#kind;
    const version = { id: record._id, version: versionToken() };
    switch (verb) {
      case 'CORRECT':
        return this.#kind.correct(viewer, version, correction);
      case 'RETRACT':
        return verbs.retract(viewer, version);
      case 'ERASE':
        return verbs.erase(viewer, version);
      case 'RELABEL':
        return verbs.relabel(viewer, { ...version, handling: handled('AMBER'), ...(record.identityHandling === null ? {} : { identityHandling: handled('AMBER') }) });
      case 'RELEASE':
      case 'RELEASE_FOR_A_TIME':
      case 'RELEASE_AND_RECALL': {
        const turn = Number(input.reference.slice(-5));
        const until = verb === 'RELEASE_FOR_A_TIME' ? RAN_OUT : STANDS_UNTIL;
        return verbs.release(viewer, { ...version, release: { to: { organisation: confidantOf(viewer.organisation, turn) }, purpose: PURPOSE, until, withIdentity: turn % 2 === 0 } });
      }
    }
  }

  #recall(viewer: Viewer, { record }: Readable<HandledRecord<unknown>>): Promise<RecordOutcome> | null {
    const { visible, handling } = this.#kind.runtime;
    const group = record.handling === null ? null : (visible.find(record.handling)?.label.releaseGroup ?? null);
    const grant = group === null ? undefined : handling.findReleaseGroup(group)?.grants.find(({ recalled }) => !recalled);
    return grant === undefined ? null : this.#kind.verbs.recall(viewer, { id: record._id, releaseId: grant.id });
  }
}

function exerciseViewer(organisation: string): Viewer {
  return serviceViewer('exercise', organisation);
}
