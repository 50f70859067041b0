import { canonicalJsonWithoutNulls } from '../canonical-json/canonical-json.js';
import type { InputIssue } from '../graphql/outcomes.type.js';
import { tlpRank, type Label } from '../handling/label.js';
import type { JournalView } from '../journal/batch.js';
import type { DraftChange } from '../journal/draft.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import { beginCounting, UNCOUNTED } from './counted-versions.js';
import type { HandledRecord } from './handled-record.js';
import { InputIssues } from './input-issues.js';
import { toDocument } from './journal-writer.js';
import type { ContentOf, NewRecord, Reads, RecordKind, Said } from './record-writer.js';

/** What an officer sent to be recorded, read and checked as far as that goes without the store. */
export interface Recording<Identity, Content> {
  readonly id: string;
  readonly originator: string;
  readonly reference: string;
  /** Recognises the same sent again. */
  readonly inputToken: string;
  readonly draft: NewRecord<Identity, Content>;
  readonly issues: readonly InputIssue[];
}

/** What becomes of it among the records as they are. */
export type Recorded = { readonly changes: readonly DraftChange[] } | { readonly repeated: true } | { readonly conflict: string };

const ERASED = 'A record under this reference was erased; an erasure is final. Choose another reference.';
const RETRACTED = 'The record under this reference was retracted. Choose another reference.';
const OTHER_CONTENT = 'Your organisation has already recorded something else under this reference. Correct that record, or choose another reference.';

/** How something is recorded, whether it comes alone or with hundreds of others. */
export class Recorder<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: Pick<SubgraphRuntime, 'ids' | 'handling'>;
  readonly #kind: RecordKind<Rec>;

  constructor(runtime: Pick<SubgraphRuntime, 'ids' | 'handling'>, kind: RecordKind<Rec>) {
    this.#runtime = runtime;
    this.#kind = kind;
  }

  read(viewer: Viewer, said: Said, read: Reads<NewRecord<Identity, ContentOf<Identity, Rec>>>): Recording<Identity, ContentOf<Identity, Rec>> {
    const { collection, identityField } = this.#kind;
    const { ids } = this.#runtime;
    const { organisation: originator } = viewer;
    const issues = new InputIssues();
    const draft = read(issues);
    issues.text('reference', said.reference);
    if (draft.identity !== null) checkStricter(draft.label, draft.identity.label, `${identityField}.handling`, issues);
    return {
      id: ids.of(originator, collection, said.reference),
      originator,
      reference: said.reference,
      inputToken: ids.of(originator, 'input', canonicalJsonWithoutNulls(said)),
      draft,
      issues: issues.list,
    };
  }

  /** Whether the very same stands already. What is wrong with it by now does not matter then. */
  async isRepeat({ id, inputToken }: Pick<Recording<Identity, unknown>, 'id' | 'inputToken'>, view: JournalView): Promise<boolean> {
    const existing = (await view.current(this.#kind.collection, id)) as Rec | null;
    return existing?.state === 'RECORDED' && existing.inputToken === inputToken;
  }

  /** The same sent again is a repeat, whatever day it is and whoever takes part by then. */
  async decide({ id, originator, reference, inputToken, draft }: Recording<Identity, ContentOf<Identity, Rec>>, view: JournalView): Promise<Recorded> {
    const { collection, tally } = this.#kind;
    const { handling } = this.#runtime;
    if ((await view.tombstone(collection, id)) === 'erased') return { conflict: ERASED };
    const existing = (await view.current(collection, id)) as Rec | null;
    if (existing !== null) {
      if (existing.state === 'RETRACTED') return { conflict: RETRACTED };
      return existing.inputToken === inputToken ? { repeated: true } : { conflict: OTHER_CONTENT };
    }
    const label = handling.use(draft.label, null);
    const identity = draft.identity === null ? null : handling.use(draft.identity.label, draft.identity.reviewMonth);
    const after = {
      ...draft.content,
      state: 'RECORDED',
      originator,
      operation: draft.operation,
      reference,
      handling: label.key,
      identityHandling: identity?.key ?? null,
      identity: draft.identity?.value ?? null,
      version: 1,
      identityVersion: 1,
      handlingVersion: 1,
      recordedAt: view.at.toISOString(),
      inputToken,
      ...(tally === null ? UNCOUNTED : beginCounting(label.key, view.at)),
    };
    return { changes: [...label.changes, ...(identity?.changes ?? []), { collection, id, after: toDocument(after) }] };
  }
}

export function checkStricter(record: Label, part: Label, path: string, issues: InputIssues): void {
  if (tlpRank(part.tlp) < tlpRank(record.tlp)) {
    issues.add(path, `A part is handled at least as strictly as its record (${record.tlp}); ${part.tlp} is wider.`);
  }
}
