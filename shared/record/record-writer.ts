import canonicalize from 'canonicalize';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../graphql/outcomes.type.js';
import { tlpRank, type Label, type OperationId } from '../handling/label.js';
import type { DraftChange } from '../journal/draft.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../viewer/may-act.js';
import type { Role, Viewer } from '../viewer/viewer.js';
import type { JournalView } from '../journal/batch.js';
import { versionToken, type HandledRecord } from './handled-record.js';
import { InputIssues } from './input-issues.js';
import { JournalWriter, toDocument } from './journal-writer.js';
import type { RecordOutcome, Refused } from './record-outcome.js';
import { releaseChanges, recallChanges, type ReleaseOrder } from './release.js';

/** What the verbs need to know of one kind of record. */
export interface RecordKind {
  /** Collection of the records, and the kind that goes into their ids. */
  readonly collection: string;
  /** The GraphQL field of the identity part. */
  readonly identityField: string;
}

/** The handling of an identity part: its label, and the month in which it is reviewed. */
export interface PartHandling {
  readonly label: Label;
  readonly reviewMonth: string | null;
}

export interface NewRecord<Identity, Content> {
  /** What the officer sent. The same sent again is a repeat, whatever day it is and whoever takes part by then. */
  readonly said: object;
  readonly reference: string;
  readonly operation: OperationId | null;
  readonly label: Label;
  readonly identity: (PartHandling & { readonly value: Identity }) | null;
  readonly content: Content;
}

export interface Correction<Identity, Content> {
  readonly content: Partial<Content>;
  /** Undefined leaves the part as it is. */
  readonly identity?: Identity;
  /** Adds what is wrong with the whole that the correction would leave; asked against the record as it is then. */
  readonly check?: (content: Content, issues: InputIssues) => void;
}

export interface Relabelling {
  readonly label: Label;
  readonly identityLabel: Label | null;
  readonly issues: InputIssues;
}

/**
 * The verbs that every record of an action shares, each one journal entry of its originator: record, correct,
 * retract, relabel, release, recall, erase. Nobody acts for another organisation, so only originators get past
 * `#own`; for everybody else there is no such record.
 */
export class RecordWriter<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: SubgraphRuntime;
  readonly #kind: RecordKind;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime, kind: RecordKind) {
    this.#runtime = runtime;
    this.#kind = kind;
    this.#writer = new JournalWriter(runtime);
  }

  async record(viewer: Viewer, draft: NewRecord<Identity, Omit<Rec, keyof HandledRecord<Identity>>>, issues: InputIssues): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'contributor');
    if (refusal !== null) return refusal;
    issues.text('reference', draft.reference);
    if (draft.identity !== null) checkStricter(draft.label, draft.identity.label, `${this.#kind.identityField}.handling`, issues);
    if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };

    const { ids, handling } = this.#runtime;
    const id = ids.of(viewer.organisation, this.#kind.collection, draft.reference);
    const inputToken = ids.of(viewer.organisation, 'input', canonicalize(draft.said) ?? '');
    return this.#writer.write(viewer, { id }, async (view) => {
      if ((await view.tombstone(this.#kind.collection, id)) === 'erased') {
        return { refused: Conflict.because('A record under this reference was erased; an erasure is final. Choose another reference.') };
      }
      const existing = (await view.current(this.#kind.collection, id)) as Rec | null;
      if (existing !== null) {
        if (existing.state === 'RETRACTED') {
          return { refused: Conflict.because('The record under this reference was retracted. Choose another reference.') };
        }
        return existing.inputToken === inputToken
          ? { unchanged: true }
          : { refused: Conflict.because('Your organisation has already recorded something else under this reference. Correct that record, or choose another reference.') };
      }
      const label = handling.use(draft.label, null);
      const identity = draft.identity === null ? null : handling.use(draft.identity.label, draft.identity.reviewMonth);
      const after = {
        ...draft.content,
        state: 'RECORDED',
        originator: viewer.organisation,
        operation: draft.operation,
        reference: draft.reference,
        handling: label.key,
        identityHandling: identity?.key ?? null,
        identity: draft.identity?.value ?? null,
        version: 1,
        identityVersion: 1,
        recordedAt: view.at.toISOString(),
        inputToken,
      };
      return {
        action: 'RECORD',
        subject: id,
        changes: [...label.changes, ...(identity?.changes ?? []), { collection: this.#kind.collection, id, after: toDocument(after) }],
      };
    });
  }

  correct(
    viewer: Viewer,
    id: string,
    version: string,
    correction: Correction<Identity, Omit<Rec, keyof HandledRecord<Identity>>>,
    issues: InputIssues,
  ): Promise<RecordOutcome> {
    if (issues.list.length > 0) return Promise.resolve({ refused: InvalidInput.of(issues.list) });
    return this.#change(viewer, 'contributor', id, version, 'CORRECT', (record) => {
      const { content, identity, check } = correction;
      const corrected = { ...record, ...content };
      const found = new InputIssues();
      if (identity !== undefined && record.identityHandling === null) {
        found.add(this.#kind.identityField, 'This record was made without this part: retract it and record it anew.');
      }
      check?.(corrected, found);
      if (found.list.length > 0) return { refused: InvalidInput.of(found.list) };
      return {
        after: {
          ...corrected,
          version: Object.keys(content).length === 0 ? record.version : record.version + 1,
          ...(identity === undefined ? {} : { identity, identityVersion: record.identityVersion + 1 }),
        },
        changes: [],
      };
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
  relabel(viewer: Viewer, id: string, version: string, relabelling: (operation: OperationId | null) => Relabelling): Promise<RecordOutcome> {
    return this.#change(viewer, 'releaser', id, version, 'RELABEL', (record) => {
      const { visible, handling } = this.#runtime;
      const { label, identityLabel, issues } = relabelling(record.operation);
      const path = `${this.#kind.identityField}Handling`;
      const handled = record.handling === null ? undefined : visible.find(record.handling);
      const handledIdentity = record.identityHandling === null ? undefined : visible.find(record.identityHandling);
      if (identityLabel !== null && handledIdentity === undefined) issues.add(path, 'This record has no such part.');
      const strictest = identityLabel ?? handledIdentity?.label;
      if (strictest !== undefined) checkStricter(label, strictest, path, issues);
      if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
      const used = handling.use({ ...label, releaseGroup: handled?.label.releaseGroup ?? null }, null);
      const after = { ...record, handling: used.key, version: record.version + 1 };
      if (identityLabel === null) return { after, changes: used.changes };
      const part = handling.use(
        { ...identityLabel, releaseGroup: handledIdentity?.label.releaseGroup ?? null },
        handledIdentity?.reviewMonth ?? null,
      );
      return {
        after: { ...after, identityHandling: part.key, identityVersion: record.identityVersion + 1 },
        changes: [...used.changes, ...part.changes],
      };
    });
  }

  release(viewer: Viewer, id: string, version: string, order: ReleaseOrder): Promise<RecordOutcome> {
    return this.#change(viewer, 'releaser', id, version, 'RELEASE', (record) => {
      const { after, changes } = releaseChanges(this.#runtime, record, order);
      return { after: { ...record, ...after }, changes };
    });
  }

  /** Moves no record: the grant changes in its release group, and with it what everybody reads from now on. */
  async recall(viewer: Viewer, id: string, releaseId: string): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, 'releaser');
    if (refusal !== null) return refusal;
    return this.#writer.write(viewer, { id }, async (view) => {
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
    return this.#writer.erase(viewer, { id }, async (view) => {
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
    change: (record: Rec) => { after: { _id: string }; changes: readonly DraftChange[] } | Refused,
  ): Promise<RecordOutcome> {
    const refusal = this.#refusal(viewer, role);
    if (refusal !== null) return refusal;
    return this.#writer.write(viewer, { id }, async (view) => {
      const record = await this.#own(viewer, id, version, view);
      if ('refused' in record) return record;
      const changed = change(record);
      if ('refused' in changed) return changed;
      const { _id: _, ...after } = changed.after;
      return { action, subject: id, changes: [...changed.changes, { collection: this.#kind.collection, id, after: toDocument(after) }] };
    });
  }

  /**
   * The record, when the viewer's organisation gave it, it still stands, the viewer may read it, and it is in the
   * version that the viewer read. Everything but the last is one answer.
   */
  async #own(viewer: Viewer, id: string, version: string | null, view: JournalView): Promise<Rec | Refused> {
    const stored = await view.current(this.#kind.collection, id);
    if (stored === null) return { refused: NotFound.answer() };
    const record = { ...stored, _id: id } as unknown as Rec;
    const { ids, visible } = this.#runtime;
    const readable = record.handling !== null && visible.of(viewer).has(record.handling);
    if (record.originator !== viewer.organisation || !readable) return { refused: NotFound.answer() };
    const now = versionToken(ids, record, record.identityHandling !== null && visible.of(viewer).has(record.identityHandling));
    if (version !== null && version !== now) {
      return { refused: Conflict.because('The record has changed since you read it. Read it again and decide anew.', now) };
    }
    return record;
  }

  /** Nobody reads a retracted record any more, so nobody can name its version; its personal data can still be erased. */
  async #isOwnRetracted(viewer: Viewer, id: string, view: JournalView): Promise<boolean> {
    const stored = await view.current(this.#kind.collection, id);
    return stored?.['originator'] === viewer.organisation && stored['state'] === 'RETRACTED';
  }

  #refusal(viewer: Viewer, role: Role): Refused | null {
    const because = refusalToAct(viewer, role);
    return because === null ? null : { refused: Forbidden.because(because) };
  }
}

function checkStricter(record: Label, part: Label, path: string, issues: InputIssues): void {
  if (tlpRank(part.tlp) < tlpRank(record.tlp)) {
    issues.add(path, `A part is handled at least as strictly as its record (${record.tlp}); ${part.tlp} is wider.`);
  }
}
