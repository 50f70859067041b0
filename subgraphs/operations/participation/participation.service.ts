import { Conflict, Forbidden, InvalidInput, NotFound } from '../../../shared/graphql/outcomes.type.js';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import { nameableOrganisation, readableOperation } from '../../../shared/record/label-from-input.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { refusalToEnter } from '../operation/operation.policy.js';
import { participationLabelOf } from '../operation/operation.service.js';
import { participationChange } from './participation.change.js';
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

    const standing = entry.participations.find(
      (held) => held.organisation === organisation.id && (held.endedAt === null || now.getTime() < held.endedAt),
    );
    if (standing !== undefined) return { refused: Conflict.because('This organisation takes part already. End that participation first.') };
    const used = runtime.handling.use(participationLabelOf({ ...entry.label, originator: viewer.organisation }), null);
    const change = participationChange(runtime, viewer, {
      operation,
      handling: used.key,
      organisation: organisation.id,
      role: input.role,
      founding: false,
      joinedAt: (input.joinedAt ?? now).toISOString(),
      endedAt: null,
    });
    return this.#writer.write(viewer, { id: change.id }, async ({ current }) =>
      (await current(change.collection, change.id)) === null
        ? { action: 'ADD_PARTICIPATION', subject: change.id, changes: [...used.changes, change] }
        : { unchanged: true },
    );
  }

  end(viewer: Viewer, { id, version, endedAt }: EndParticipationInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const stored = await current('participations', id);
      const record = stored === null ? null : ({ ...stored, _id: id } as unknown as ParticipationRecord);
      if (record?.originator !== viewer.organisation || !runtime.visible.of(viewer).has(record.handling)) return { refused: NotFound.answer() };
      const because = refusalToAct(viewer, 'registrar');
      if (because !== null) return { refused: Forbidden.because(because) };
      const now = participationVersion(runtime, record);
      if (version !== now) return { refused: Conflict.because('The participation has changed since you read it. Read it again and decide anew.', now) };
      if (endedAt && endedAt < at) return { refused: InvalidInput.of([{ path: 'endedAt', message: 'A participation ends now or later.' }]) };
      const after = toDocument({ ...stored, endedAt: (endedAt ?? at).toISOString(), version: record.version + 1 });
      return { action: 'END_PARTICIPATION', subject: id, changes: [{ collection: 'participations', id, after }] };
    });
  }

  /** Each originator decides for its own records, in its own chain. */
  async decide(viewer: Viewer, { id, decision }: DecideParticipationInput): Promise<RecordOutcome> {
    const because = refusalToAct(viewer, 'releaser');
    if (because !== null) return { refused: Forbidden.because(because) };
    const [participation] = await this.#store.findReadable(viewer, [id]);
    if (participation === undefined) return { refused: NotFound.answer() };
    const decisionId = this.#runtime.ids.of(viewer.organisation, 'participation_decisions', id);
    const after = toDocument({ participation: id, operation: participation.operation, originator: viewer.organisation, decision });
    return this.#writer.write(viewer, { id }, async ({ current }) =>
      (await current('participation_decisions', decisionId))?.['decision'] === decision
        ? { unchanged: true }
        : { action: 'DECIDE_PARTICIPATION', subject: decisionId, changes: [{ collection: 'participation_decisions', id: decisionId, after }] },
    );
  }
}
