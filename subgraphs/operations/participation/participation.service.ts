import { Conflict, Forbidden, InvalidInput, NotFound } from '../../../shared/graphql/outcomes.type.js';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import { nameableOrganisation, readableOperation } from '../../../shared/record/label-from-input.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { refusalToEnter } from '../operation/operation.policy.js';
import { laterParticipation, termsOf } from './participation.change.js';
import type { AddParticipationInput, DecideParticipationInput, EndParticipationInput } from './participation.inputs.js';
import type { ParticipationRecord } from './participation.model.js';
import type { ParticipationStore } from './participation.store.js';
import { participationVersion } from './participation.view.js';

export class ParticipationService {
  readonly #runtime: SubgraphRuntime;
  readonly #store: ParticipationStore;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime, store: ParticipationStore) {
    this.#runtime = runtime;
    this.#store = store;
    this.#writer = new JournalWriter(runtime);
  }

  async add(viewer: Viewer, input: AddParticipationInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    const directory = runtime.directory();
    const operation = readableOperation(runtime, viewer, input.operation);
    const entry = operation === undefined ? undefined : directory.operation(operation);
    if (operation === undefined || entry === undefined) return { refused: NotFound.answer() };
    const now = runtime.clock.now();
    const because = refusalToEnter(viewer, operation, directory, now.getTime());
    if (because !== null) return { refused: Forbidden.because(because) };
    const issues = new InputIssues();
    const organisation = nameableOrganisation(runtime, viewer, input.organisation, 'organisation', issues);
    if (input.joinedAt && input.joinedAt < now) issues.add('joinedAt', 'A participation begins now or later: nobody gains access to the past by a date.');
    if (organisation === undefined || issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };

    const place = { operation, originator: entry.coordinatingBody, organisation: organisation.id };
    // Which term it will be is known only in the chain.
    let id = '';
    const outcome = await this.#writer.write(viewer, { id, owner: place.originator }, async (view) => {
      const { last, count } = await termsOf(runtime, place, view);
      if (last !== null && isOpen(last, view.at)) return { refused: Conflict.because('This organisation takes part already. End that participation first.') };
      const joinedAt = (input.joinedAt ?? view.at).toISOString();
      const { change, labels } = laterParticipation(runtime, { ...place, role: input.role, enteredBy: viewer.organisation, joinedAt }, count);
      id = change.id;
      return { action: 'ADD_PARTICIPATION', subject: id, changes: [...labels, change] };
    });
    return 'refused' in outcome ? outcome : { accepted: { ...outcome.accepted, id } };
  }

  /** The coordinating body ends any participation, a lead only what it entered and while it leads. */
  async end(viewer: Viewer, { id, version, endedAt }: EndParticipationInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    const [readable] = await this.#store.findReadable(viewer, [id]);
    if (readable === undefined || ![readable.originator, readable.enteredBy].includes(viewer.organisation)) return { refused: NotFound.answer() };
    const because = refusalToEnter(viewer, readable.operation, runtime.directory(), runtime.clock.now().getTime());
    if (because !== null) return { refused: Forbidden.because(because) };
    return this.#writer.write(viewer, { id, owner: readable.originator }, async ({ current, at }) => {
      const stored = await current('participations', id);
      if (stored === null) return { refused: NotFound.answer() };
      const record = { ...stored, _id: id } as unknown as ParticipationRecord;
      const now = participationVersion(runtime, record);
      if (version !== now) return { refused: Conflict.because('The participation has changed since you read it. Read it again and decide anew.', now) };
      if (!isOpen(record, at)) return { refused: Conflict.because('This participation has ended. Let the organisation join again.', now) };
      const ends = endedAt ?? at;
      if (ends < at) return { refused: InvalidInput.of([{ path: 'endedAt', message: 'A participation ends now or later.' }]) };
      if (record.endedAt !== null && ends > new Date(record.endedAt)) {
        return { refused: InvalidInput.of([{ path: 'endedAt', message: `It ends on ${record.endedAt}; that may only move earlier. Let the organisation join again afterwards.` }]) };
      }
      if (ends.toISOString() === record.endedAt) return { unchanged: true };
      const after = toDocument({ ...stored, endedAt: ends.toISOString(), version: record.version + 1 });
      return { action: 'END_PARTICIPATION', subject: id, changes: [{ collection: 'participations', id, after }] };
    });
  }

  /** Each originator decides for its own records, in its own chain. */
  async decide(viewer: Viewer, { id, decision }: DecideParticipationInput): Promise<RecordOutcome> {
    const because = refusalToAct(viewer, 'releaser');
    if (because !== null) return { refused: Forbidden.because(because) };
    const [participation] = await this.#store.findReadable(viewer, [id]);
    if (participation === undefined) return { refused: NotFound.answer() };
    if (participation.founding && decision === 'REFUSED') {
      const message = 'A founding participation is accepted by joining: it reaches what is recorded for the operation. Record under a stricter handling instead.';
      return { refused: InvalidInput.of([{ path: 'decision', message }]) };
    }
    const decisionId = this.#runtime.ids.of(viewer.organisation, 'participation_decisions', id);
    const after = toDocument({ participation: id, operation: participation.operation, originator: viewer.organisation, decision });
    return this.#writer.write(viewer, { id }, async ({ current }) =>
      (await current('participation_decisions', decisionId))?.['decision'] === decision
        ? { unchanged: true }
        : { action: 'DECIDE_PARTICIPATION', subject: decisionId, changes: [{ collection: 'participation_decisions', id: decisionId, after }] },
    );
  }
}

/** Ended later still counts: the end may be set for a day to come. */
function isOpen({ endedAt }: ParticipationRecord, at: Date): boolean {
  return endedAt === null || at < new Date(endedAt);
}
