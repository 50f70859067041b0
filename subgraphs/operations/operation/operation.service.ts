import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../../shared/graphql/outcomes.type.js';
import { normaliseLabel, type Label } from '../../../shared/handling/label.js';
import { canonicalJson } from '../../../shared/journal/json.js';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import { labelFromInput, nameableOrganisation } from '../../../shared/record/label-from-input.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { participationChange } from '../participation/participation.change.js';
import type { RegisterOperationInput, RelabelOperationInput } from './operation.inputs.js';
import type { OperationRecord } from './operation.model.js';
import { refusalToRegister } from './operation.policy.js';
import { operationVersion } from './operation.view.js';
import { periodFacts } from './period.js';

const REFERENCE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class OperationService {
  readonly #runtime: SubgraphRuntime;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new JournalWriter(runtime);
  }

  async register(viewer: Viewer, input: RegisterOperationInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    const because = refusalToRegister(viewer, runtime.directory());
    if (because !== null) return { refused: Forbidden.because(because) };
    const id = runtime.ids.of(viewer.organisation, 'operations', input.reference);
    const issues = new InputIssues();
    const stated = labelFromInput(runtime, viewer, id, input.handling, 'handling', issues);
    this.#check(input, issues);
    const participants = input.participants.map(({ organisation, role }, index) => ({
      organisation: nameableOrganisation(runtime, viewer, organisation, `participants[${String(index)}].organisation`, issues)?.id ?? organisation,
      role,
    }));
    if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
    // H2 freezes the audience to those who take part today: here, the founding participants.
    const audience = stated.codes.includes('H2') ? participants.filter(({ role }) => role !== 'OBSERVER') : [];
    const label = normaliseLabel({
      ...stated,
      recipients: [...stated.recipients, ...audience.map(({ organisation }) => ({ kind: 'ORGANISATION' as const, organisation }))],
    });

    const period = input.start || input.end ? { start: input.start ?? null, end: input.end ?? null } : null;
    const content = {
      code: `${viewer.organisation}/${input.reference}`,
      originator: viewer.organisation,
      name: input.name,
      exercise: input.exercise,
      coordinatorsAsPublished: [runtime.directory().organisation(viewer.organisation)?.name ?? viewer.organisation],
      ...periodFacts(period),
      crimeTypes: input.crimeTypes,
      countryCount: { value: null, qualifier: null },
      mentions: input.mentions,
      conflicts: [],
      sources: [],
      confidence: null,
      unrecognised: null,
      publishedFigures: [],
    };
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const used = runtime.handling.use(label, null);
      const existing = await current('operations', id);
      if (existing !== null) {
        const { version: _version, recordedAt: _recordedAt, ...before } = existing;
        return canonicalJson(before) === canonicalJson({ ...content, handling: used.key })
          ? { unchanged: true }
          : { refused: Conflict.because('Your organisation has already registered another operation under this reference.') };
      }
      const after = toDocument({ ...content, handling: used.key, version: 1, recordedAt: at.toISOString() });
      const participationLabel = runtime.handling.use(participationLabelOf(label), null);
      return {
        action: 'REGISTER_OPERATION',
        subject: id,
        changes: [
          ...used.changes,
          ...participationLabel.changes.filter(({ id: key }) => !used.changes.some((change) => change.id === key)),
          { collection: 'operations', id, after },
          ...participants.map(({ organisation, role }) =>
            participationChange(runtime, viewer, {
              operation: id,
              handling: participationLabel.key,
              organisation,
              role,
              founding: true,
              joinedAt: at.toISOString(),
              endedAt: null,
            }),
          ),
        ],
      };
    });
  }

  relabel(viewer: Viewer, { id, version, handling }: RelabelOperationInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    const because = refusalToAct(viewer, 'releaser');
    if (because !== null) return Promise.resolve({ refused: Forbidden.because(because) });
    const issues = new InputIssues();
    const label = labelFromInput(runtime, viewer, id, handling, 'handling', issues);
    if (issues.list.length > 0) return Promise.resolve({ refused: InvalidInput.of(issues.list) });
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const stored = await current('operations', id);
      const record = stored === null ? null : ({ ...stored, _id: id } as unknown as OperationRecord);
      if (record?.originator !== viewer.organisation || !runtime.visible.of(viewer).has(record.handling)) return { refused: NotFound.answer() };
      const now = operationVersion(runtime, record);
      if (version !== now) return { refused: Conflict.because('The operation has changed since you read it. Read it again and decide anew.', now) };
      const used = runtime.handling.use(label, null);
      const after = toDocument({ ...stored, handling: used.key, version: record.version + 1, recordedAt: at.toISOString() });
      return { action: 'RELABEL_OPERATION', subject: id, changes: [...used.changes, { collection: 'operations', id, after }] };
    });
  }

  #check({ reference, name, start, end, crimeTypes, mentions }: RegisterOperationInput, issues: InputIssues): void {
    if (!REFERENCE.test(reference)) issues.add('reference', 'Use lower-case letters, digits and single hyphens, such as "first-light-2024".');
    issues.text('name', name);
    issues.codes('crimeTypes', 'crimeType', crimeTypes);
    issues.countries('mentions', mentions);
    const from = start ? parsePartialDate(start) : undefined;
    const to = end ? parsePartialDate(end) : undefined;
    if (start && from === undefined) issues.add('start', 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.');
    if (end && to === undefined) issues.add('end', 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.');
    if (from !== undefined && to !== undefined && from.from > to.to) issues.add('end', 'The end lies before the start.');
  }
}

/** Who takes part is known to those who read the operation, and to nobody wider. */
export function participationLabelOf(operationLabel: Label): Label {
  return { ...operationLabel, codes: [], restriction: null, releaseGroup: null };
}
