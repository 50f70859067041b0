import { Conflict, Forbidden, InvalidInput, NotFound } from '../../../shared/graphql/outcomes.type.js';
import { normaliseLabel, type Label } from '../../../shared/handling/label.js';
import type { OrganisationClass, ParticipationRole } from '../../../shared/handling/may-read.js';
import type { DraftChange } from '../../../shared/journal/draft.js';
import { canonicalJson } from '../../../shared/canonical-json/canonical-json.js';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import { labelFromInput, nameableOrganisation } from '../../../shared/record/label-from-input.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { foundingParticipation } from '../participation/participation.change.js';
import { phasesFromInput } from '../phase/phase.input-reader.js';
import type { CorrectPhasesInput } from '../phase/phase.inputs.js';
import type { PhaseRecord } from '../phase/phase.record.js';
import { saidToken } from '../said-token.js';
import { LONGEST_CODE, operationCode, operationIdOf } from './operation-code.js';
import type { RegisterOperationInput, RelabelOperationInput } from './operation.inputs.js';
import type { OperationRecord } from './operation.model.js';
import { refusalToRegister } from './operation.policy.js';
import { operationVersion } from './operation.view.js';
import { checkPeriod, periodFacts } from './period.js';

interface FoundingParticipant {
  readonly organisation: string;
  readonly role: ParticipationRole;
  readonly class: OrganisationClass;
}

interface Changed {
  readonly action: string;
  readonly after: OperationRecord;
  /** What changes beside it: its new label. */
  readonly changes: readonly DraftChange[];
}

const REFERENCE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Every country that there is may take part. */
const MOST_MENTIONS = 250;

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
    const code = operationCode(viewer.organisation, input.reference);
    const id = operationIdOf(runtime.ids, viewer.organisation, code);
    const inputToken = saidToken(runtime.ids, viewer.organisation, input);
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const existing = await current('operations', id);
      if (existing !== null) {
        return existing['inputToken'] === inputToken
          ? { unchanged: true }
          : { refused: Conflict.because('Your organisation already has another operation under this reference. Choose another reference.') };
      }
      const issues = new InputIssues();
      this.#check(viewer, input, issues);
      const phases = phasesFromInput(input.phases ?? [], issues);
      const participants = this.#participants(viewer, input, issues);
      const label = this.#label(viewer, id, input, participants, issues);
      if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };

      const used = runtime.handling.use(label, null);
      const recordedAt = at.toISOString();
      const after = toDocument({ code, originator: viewer.organisation, handling: used.key, ...contentOf(input, phases), inputToken, version: 1, innerVersion: 1, recordedAt });
      const founding = participants.map(({ organisation, role }) =>
        foundingParticipation(runtime, { operation: id, originator: viewer.organisation, organisation, role, joinedAt: recordedAt }),
      );
      const labels = new Map([...used.changes, ...founding.flatMap((added) => added.labels)].map((change) => [change.id, change]));
      return {
        action: 'REGISTER_OPERATION',
        subject: id,
        changes: [...labels.values(), { collection: 'operations', id, after }, ...founding.map(({ change }) => change)],
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
    return this.#change(viewer, id, version, (record, at) => {
      const used = runtime.handling.use(label, null);
      if (used.key === record.handling) return { unchanged: true };
      // Who else may read it is shown to nobody, so for them nothing has changed.
      const shown = !sameShown(label, runtime.visible.find(record.handling)?.label);
      const counted = shown
        ? { version: record.version + 1, recordedAt: at.toISOString() }
        : { innerVersion: record.innerVersion + 1 };
      return { action: 'RELABEL_OPERATION', after: { ...record, handling: used.key, ...counted }, changes: used.changes };
    });
  }

  /** The whole list anew; what it said before stays in the journal. */
  correctPhases(viewer: Viewer, { id, version, phases: said }: CorrectPhasesInput): Promise<RecordOutcome> {
    const because = refusalToAct(viewer, 'registrar');
    if (because !== null) return Promise.resolve({ refused: Forbidden.because(because) });
    const issues = new InputIssues();
    const phases = phasesFromInput(said, issues);
    if (issues.list.length > 0) return Promise.resolve({ refused: InvalidInput.of(issues.list) });
    return this.#change(viewer, id, version, (record, at) => {
      if (canonicalJson(phases) === canonicalJson(record.phases ?? [])) return { unchanged: true };
      return { action: 'CORRECT_PHASES', after: { ...record, phases, version: record.version + 1, recordedAt: at.toISOString() }, changes: [] };
    });
  }

  /** Changes an operation of the viewer's own organisation, in the version that the viewer read. */
  #change(viewer: Viewer, id: string, version: string, change: (record: OperationRecord, at: Date) => Changed | { readonly unchanged: true }): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const stored = await current('operations', id);
      const record = stored === null ? null : ({ ...stored, _id: id } as unknown as OperationRecord);
      if (record?.originator !== viewer.organisation || !runtime.visible.of(viewer).has(record.handling)) return { refused: NotFound.answer() };
      const now = operationVersion(runtime, viewer, record);
      if (version !== now) return { refused: Conflict.because('The operation has changed since you read it. Read it again and decide anew.', now) };
      const changed = change(record, at);
      if ('unchanged' in changed) return changed;
      const { _id: _, ...after } = changed.after;
      return { action: changed.action, subject: id, changes: [...changed.changes, { collection: 'operations', id, after: toDocument(after) }] };
    });
  }

  #participants(viewer: Viewer, input: RegisterOperationInput, issues: InputIssues): FoundingParticipant[] {
    const seen = new Set<string>();
    return input.participants.flatMap(({ organisation, role }, index) => {
      const path = `participants[${String(index)}].organisation`;
      const entry = nameableOrganisation(this.#runtime, viewer, organisation, path, issues);
      if (seen.has(organisation)) issues.add(path, `"${organisation}" stands here twice: it takes part in one role.`);
      seen.add(organisation);
      return entry === undefined ? [] : [{ organisation: entry.id, role, class: entry.class }];
    });
  }

  /** H2 freezes the audience to those who take part today: here, the founding participants whom AMBER reaches. */
  #label(viewer: Viewer, id: string, input: RegisterOperationInput, participants: readonly FoundingParticipant[], issues: InputIssues): Label {
    const stated = labelFromInput(this.#runtime, viewer, id, input.handling, 'handling', issues);
    if (!stated.codes.includes('H2')) return stated;
    const audience = participants.filter((participant) => participant.role !== 'OBSERVER' && participant.class !== 'INSTITUTION');
    return normaliseLabel({
      ...stated,
      recipients: [...stated.recipients, ...audience.map(({ organisation }) => ({ kind: 'ORGANISATION' as const, organisation }))],
    });
  }

  #check(viewer: Viewer, { reference, name, start, end, crimeTypes, mentions }: RegisterOperationInput, issues: InputIssues): void {
    issues.text('reference', reference, LONGEST_CODE - operationCode(viewer.organisation, '').length);
    if (!REFERENCE.test(reference)) issues.add('reference', 'Use lower-case letters, digits and single hyphens, such as "first-light-2024".');
    issues.text('name', name);
    issues.codes('crimeTypes', 'crimeType', crimeTypes);
    issues.countries('mentions', mentions, MOST_MENTIONS);
    checkPeriod(start, end, '', issues);
  }
}

function contentOf(input: RegisterOperationInput, phases: readonly PhaseRecord[]): object {
  const period = input.start || input.end ? { start: input.start ?? null, end: input.end ?? null } : null;
  return {
    name: input.name,
    exercise: input.exercise,
    coordinatorsAsPublished: [],
    ...periodFacts(period),
    phases,
    crimeTypes: input.crimeTypes,
    countryCount: { value: null, qualifier: null },
    mentions: input.mentions,
    conflicts: [],
    sources: [],
    confidence: null,
    unrecognised: null,
    publishedFigures: [],
  };
}

/** Whether readers are shown the same of two labels. */
function sameShown(left: Label, right: Label | undefined): boolean {
  const shown = ({ tlp, codes, restriction }: Label): string => canonicalJson([tlp, codes, restriction]);
  return right !== undefined && shown(left) === shown(right);
}
