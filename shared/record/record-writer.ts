import { isDeepStrictEqual } from 'node:util';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../graphql/outcomes.type.js';
import type { Label, OperationId, OrganisationId } from '../handling/label.js';
import { mayName, speaksFor } from '../handling/may-read.js';
import type { DraftChange } from '../journal/draft.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { ClaimStatement } from '../tally/claim-statement.js';
import type { TallyKind } from '../tally/tally-kind.js';
import { refusalToAct } from '../viewer/may-act.js';
import type { Role, Viewer } from '../viewer/viewer.js';
import type { JournalView } from '../journal/batch.js';
import { keepCounting } from './counted-versions.js';
import { versionToken, type HandledRecord } from './handled-record.js';
import { InputIssues } from './input-issues.js';
import { JournalWriter, toDocument, type WriteTarget } from './journal-writer.js';
import type { RecordOutcome, Refused } from './record-outcome.js';
import { checkStricter, Recorder } from './recorder.js';
import { releaseChanges, recallChanges, type ReleaseOrder } from './release.js';
import { findStoredRecord } from './stored-record.js';

/** What the verbs need to know of one kind of record. */
export interface RecordKind<Rec> {
  /** Collection of the records, and the kind that goes into their ids. */
  readonly collection: string;
  /** What they count for; null for records that are not counted. */
  readonly tally: TallyKind<Rec> | null;
  /** The GraphQL field of the identity part. */
  readonly identityField: string;
  /**
   * Fields that hold references, which not every reader of the record is shown. A change of them is told to editors
   * alone: to others the record would seem to change without changing.
   */
  readonly referenceFields?: readonly string[];
}

/** The handling of an identity part: its label, and the month in which it is reviewed. */
export interface PartHandling {
  readonly label: Label;
  readonly reviewMonth: string | null;
}

export interface NewRecord<Identity, Content> {
  readonly operation: OperationId | null;
  readonly label: Label;
  readonly identity: (PartHandling & { readonly value: Identity }) | null;
  readonly content: Content;
}

/** What a kind of record says beside what every record has. */
export type ContentOf<Identity, Rec extends HandledRecord<Identity>> = Omit<Rec, keyof HandledRecord<Identity>>;

export interface Correction<Identity, Content> {
  readonly content: Partial<Content>;
  /** Undefined leaves the part as it is. */
  readonly identity?: Identity;
  /** Adds what is wrong with the whole that the correction would leave; asked against the record as it is then. */
  readonly check?: (content: Content, issues: InputIssues) => void;
  /** What follows from that whole. */
  readonly derive?: (content: Content) => Partial<Content>;
}

/** What a verb of one kind alone makes of a record; adds what is wrong with it, asked against the record as it is then. */
export type Revision<Rec, Content> = (record: Rec, at: Date, issues: InputIssues) => Partial<Content>;

/** Nothing is written. */
type Decided = Refused | { readonly unchanged: true };

/** All that the owner has said of a record from now on. */
export type DecidedStatements = { readonly claims: readonly ClaimStatement[] } | Decided;

/** Asked against the records as they are then. */
export type DecidesStatements<Rec> = (record: Rec, view: JournalView) => Promise<DecidedStatements>;

export interface Relabelling {
  readonly label: Label;
  readonly identityLabel: Label | null;
}

/** What an officer sent to record something. */
export interface Said {
  readonly reference: string;
}

/**
 * Reads an input, adding what is wrong with it to the issues. A verb calls it after it has asked for the role: who may
 * not act is told so, and no input is looked at, however long.
 */
export type Reads<Read> = (issues: InputIssues) => Read;

/** Every version that counted stands in the record, and so twice in every further entry. */
const MOST_PAST_VERSIONS = 500;

/** What becomes of a record; null where it stays as it is and only something beside it changes. */
interface Changed<Rec> {
  readonly after: Rec | null;
  readonly changes: readonly DraftChange[];
}

/**
 * The verbs that every record of an action shares, each one journal entry of its originator: record, correct,
 * retract, relabel, release, recall, erase. Nobody acts for another organisation, so only originators, and those into
 * whom they were merged, get past `#own`; for everybody else there is no such record.
 */
export class RecordWriter<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: SubgraphRuntime;
  readonly #kind: RecordKind<Rec>;
  readonly #recorder: Recorder<Identity, Rec>;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime, kind: RecordKind<Rec>) {
    this.#runtime = runtime;
    this.#kind = kind;
    this.#recorder = new Recorder(runtime, kind);
    this.#writer = new JournalWriter(runtime);
  }

  /** The same sent again is a repeat, whatever day it is and whoever takes part by then: nothing else is asked. */
  async record(viewer: Viewer, said: Said, read: Reads<NewRecord<Identity, ContentOf<Identity, Rec>>>): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'contributor');
    if (refusal !== null) return refusal;
    const recording = this.#recorder.read(viewer, said, read);
    const { id, inputToken, issues } = recording;
    if (issues.length > 0) {
      const stored = await findStoredRecord(this.#runtime, this.#kind.collection, id);
      const repeated = stored?.state === 'RECORDED' && stored.inputToken === inputToken;
      return repeated ? { accepted: { id, receipt: null, repeated } } : { refused: InvalidInput.of(issues) };
    }
    return this.#writer.write(viewer, { id }, async (view) => {
      const recorded = await this.#recorder.decide(recording, view);
      if ('conflict' in recorded) return { refused: Conflict.because(recorded.conflict) };
      return 'repeated' in recorded ? { unchanged: true } : { action: 'RECORD', subject: id, changes: recorded.changes };
    });
  }

  async correct(viewer: Viewer, id: string, version: string, read: Reads<Correction<Identity, ContentOf<Identity, Rec>>>): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'contributor');
    if (refusal !== null) return refusal;
    const issues = new InputIssues();
    const { content, identity, check, derive } = read(issues);
    if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
    return this.#change(viewer, 'contributor', id, version, 'CORRECT', (record) => {
      const corrected = { ...record, ...content };
      const found = new InputIssues();
      if (identity !== undefined && record.identityHandling === null) {
        found.add(this.#kind.identityField, 'This record was made without this part: retract it and record it anew.');
      }
      check?.(corrected, found);
      if (found.list.length > 0) return { refused: InvalidInput.of(found.list) };
      const references = new Set(this.#kind.referenceFields);
      const [hidden, shown] = [Object.keys(content).some((field) => references.has(field)), Object.keys(content).some((field) => !references.has(field))];
      return {
        after: {
          ...corrected,
          ...derive?.(corrected),
          version: record.version + (shown ? 1 : 0),
          handlingVersion: record.handlingVersion + (hidden ? 1 : 0),
          ...(identity === undefined ? {} : { identity, identityVersion: record.identityVersion + 1 }),
        },
        changes: [],
      };
    });
  }

  /** A verb that one kind of record has beside these: it changes what the record says, by what the record says. */
  async revise(viewer: Viewer, id: string, version: string, action: string, read: Reads<Revision<Rec, ContentOf<Identity, Rec>>>): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'contributor');
    if (refusal !== null) return refusal;
    const issues = new InputIssues();
    const revise = read(issues);
    if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
    return this.#change(viewer, 'contributor', id, version, action, (record, { at }) => {
      const found = new InputIssues();
      const content = revise(record, at, found);
      if (found.list.length > 0) return { refused: InvalidInput.of(found.list) };
      return { after: { ...record, ...content, version: record.version + 1 }, changes: [] };
    });
  }

  /**
   * What its owner says of a record and of another. Whoever may not read the other is not shown it: so no token tells
   * of it but that of editors.
   */
  state(viewer: Viewer, id: string, version: string, action: string, decide: DecidesStatements<Rec>): Promise<RecordOutcome> {
    return this.#change(viewer, 'contributor', id, version, action, async (record, view) => {
      const decided = await decide(record, view);
      if (!('claims' in decided)) return decided;
      return { after: { ...record, claims: decided.claims, handlingVersion: record.handlingVersion + 1 }, changes: [] };
    });
  }

  /** It was wrong: it no longer counts and nobody reads it, but it stays in the journal and in earlier as-of answers. */
  retract(viewer: Viewer, id: string, version: string): Promise<RecordOutcome> {
    return this.#change(viewer, 'contributor', id, version, 'RETRACT', (record) => ({
      after: { ...record, state: 'RETRACTED', handling: null, identityHandling: null, version: record.version + 1 },
      changes: [],
    }));
  }

  /** Releases stay as they are: they are recalled on their own. So does the review month of the identity. */
  relabel(
    viewer: Viewer,
    id: string,
    version: string,
    read: (record: Pick<Rec, 'operation' | 'originator'>, issues: InputIssues) => Relabelling,
  ): Promise<RecordOutcome> {
    return this.#change(viewer, 'releaser', id, version, 'RELABEL', (record) => {
      const { visible, handling } = this.#runtime;
      const issues = new InputIssues();
      const { label, identityLabel } = read(record, issues);
      const path = `${this.#kind.identityField}Handling`;
      const before = record.handling === null ? undefined : visible.find(record.handling);
      const identityBefore = record.identityHandling === null ? undefined : visible.find(record.identityHandling);
      if (identityLabel !== null && identityBefore === undefined) issues.add(path, 'This record has no such part.');
      const strictest = identityLabel ?? identityBefore?.label;
      if (strictest !== undefined) checkStricter(label, strictest, path, issues);
      if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
      const used = handling.use({ ...label, releaseGroup: before?.label.releaseGroup ?? null }, null);
      const after = {
        ...record,
        handling: used.key,
        version: record.version + (looksLike(before?.label, label) ? 0 : 1),
        handlingVersion: record.handlingVersion + 1,
      };
      if (identityLabel === null) return { after, changes: used.changes };
      const part = handling.use(
        { ...identityLabel, releaseGroup: identityBefore?.label.releaseGroup ?? null },
        identityBefore?.reviewMonth ?? null,
      );
      const identityVersion = record.identityVersion + (looksLike(identityBefore?.label, identityLabel) ? 0 : 1);
      return { after: { ...after, identityHandling: part.key, identityVersion }, changes: [...used.changes, ...part.changes] };
    });
  }

  async release(viewer: Viewer, id: string, version: string, read: Reads<ReleaseOrder | null>): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'releaser');
    if (refusal !== null) return refusal;
    const issues = new InputIssues();
    const order = read(issues);
    if (order === null || issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
    return this.#change(viewer, 'releaser', id, version, 'RELEASE', (record) => {
      const { after, changes } = releaseChanges(this.#runtime, record, order);
      if (changes.length === 0) return { unchanged: true };
      return { after: after === null ? null : { ...record, ...after }, changes };
    });
  }

  /** Moves no record: the grant changes in its release group, and with it what everybody reads from now on. */
  async recall(viewer: Viewer, id: string, releaseId: string): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'releaser');
    if (refusal !== null) return refusal;
    return this.#writer.write(viewer, await this.#target(viewer, id), async (view) => {
      const record = await this.#own(viewer, id, null, view);
      if ('refused' in record) return record;
      const changes = recallChanges(this.#runtime, record, releaseId);
      return changes.length === 0 ? { refused: NotFound.answer() } : { action: 'RECALL', subject: id, changes };
    });
  }

  /** Gone at every instant: the personal data leave the journal too; the chain still verifies. */
  async erase(viewer: Viewer, id: string, version: string): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'releaser');
    if (refusal !== null) return refusal;
    return this.#writer.erase(viewer, await this.#target(viewer, id), async (view) => {
      const record = await this.#own(viewer, id, version, view);
      if ('refused' in record && !(await this.#isOwnRetracted(viewer, id, view))) return record;
      return { subject: id, records: [{ collection: this.#kind.collection, id }] };
    });
  }

  async #change(
    viewer: Viewer,
    role: Role,
    id: string,
    version: string,
    action: string,
    change: (record: Rec, view: JournalView) => Changed<Rec> | Decided | Promise<Changed<Rec> | Decided>,
  ): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, role);
    if (refusal !== null) return refusal;
    return this.#writer.write(viewer, await this.#target(viewer, id), async (view) => {
      const record = await this.#own(viewer, id, version, view);
      if ('refused' in record) return record;
      const changed = await change(record, view);
      if (!('changes' in changed)) return changed;
      const { changes } = changed;
      const after = changed.after === null ? null : keepCounting(record, changed.after, this.#kind.tally, view.at);
      if (after !== null && after.handling !== null && after.past.length > MOST_PAST_VERSIONS) {
        return { refused: Conflict.because(`This record has been corrected ${MOST_PAST_VERSIONS} times. Retract it and record it anew under another reference.`) };
      }
      return { action, subject: id, changes: after === null ? [...changes] : [...changes, this.#recordChange(after)] };
    });
  }

  #recordChange({ _id, ...after }: Rec): DraftChange {
    return { collection: this.#kind.collection, id: _id, after: toDocument(after) };
  }

  /** A record stays in its originator's chain: who took over a merged organisation writes there, in its own name. */
  async #target(viewer: Viewer, id: string): Promise<WriteTarget> {
    if (this.#runtime.directory().withMerged(viewer.organisation).length === 1) return { id };
    const stored = await findStoredRecord(this.#runtime, this.#kind.collection, id);
    return stored !== null && this.#speaksFor(viewer, stored.originator) ? { id, owner: stored.originator } : { id };
  }

  /**
   * The record, when the viewer's organisation gave it, it still stands, its label opens to the viewer, and it is in
   * the version that the viewer read. Everything but the last is one answer.
   */
  async #own(viewer: Viewer, id: string, version: string | null, view: JournalView): Promise<Rec | Refused> {
    const stored = await view.current(this.#kind.collection, id);
    if (stored === null) return { refused: NotFound.answer() };
    const record = { ...stored, _id: id } as unknown as Rec;
    if (!this.#speaksFor(viewer, record.originator) || !this.#opens(viewer, record.handling)) return { refused: NotFound.answer() };
    const now = versionToken(this.#runtime.ids, record, { seesIdentity: this.#opens(viewer, record.identityHandling), edits: true });
    if (version !== null && version !== now) {
      return { refused: Conflict.because('The record has changed since you read it. Read it again and decide anew.', now) };
    }
    return record;
  }

  /** Nobody reads a retracted record any more, so nobody can name its version; its personal data can still be erased. */
  async #isOwnRetracted(viewer: Viewer, id: string, view: JournalView): Promise<boolean> {
    const stored = (await view.current(this.#kind.collection, id)) as Rec | null;
    return stored?.state === 'RETRACTED' && this.#speaksFor(viewer, stored.originator);
  }

  #speaksFor(viewer: Viewer, originator: OrganisationId): boolean {
    return speaksFor(viewer, originator, this.#runtime.visible.facts());
  }

  #opens(viewer: Viewer, key: string | null): boolean {
    const handled = key === null ? undefined : this.#runtime.visible.find(key);
    return handled !== undefined && mayName(viewer, handled, this.#runtime.visible.facts());
  }

  #refusal(viewer: Viewer, role: Role): Refused | null {
    const because = refusalToAct(viewer, role);
    return because === null ? null : { refused: Forbidden.because(because) };
  }
}

/** Whether readers see no difference: who else may read a label is not shown. */
function looksLike(before: Label | undefined, after: Label): boolean {
  if (before === undefined) return false;
  return isDeepStrictEqual([before.tlp, before.codes, before.restriction], [after.tlp, after.codes, after.restriction]);
}
