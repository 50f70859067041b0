import { Receipt } from '../graphql/outcomes.type.js';
import type { JournalView } from '../journal/batch.js';
import type { Draft } from '../journal/draft.js';
import type { OrganisationId } from '../handling/label.js';
import { assertJson, type JournalDocument } from '../journal/json.js';
import type { Erasure, WriteOutcome } from '../journal/journal.js';
import type { Actor } from '../journal/entry.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { RecordOutcome, Refusal, Refused } from './record-outcome.js';

interface Unchanged {
  readonly unchanged: true;
}

/** What a mutation writes: one record, in the chain of its owner. */
export interface WriteTarget {
  readonly id: string;
  /** Left out, the viewer's own organisation. Whoever names another has asked whether the viewer may act there. */
  readonly owner?: OrganisationId;
}

/** Writes in the name of the viewer, and turns what the journal answers into the outcome of a mutation. */
export class JournalWriter {
  readonly #journal: SubgraphRuntime['journal'];

  constructor({ journal }: Pick<SubgraphRuntime, 'journal'>) {
    this.#journal = journal;
  }

  async write(
    viewer: Viewer,
    { id, owner = viewer.organisation }: WriteTarget,
    prepare: (view: JournalView) => Promise<Draft | Unchanged | Refused>,
  ): Promise<RecordOutcome> {
    return outcomeOf(viewer, { id, owner }, await this.#journal.write<Refusal, true>({ owner, actor: actorOf(viewer), prepare }));
  }

  async erase(
    viewer: Viewer,
    { id, owner = viewer.organisation }: WriteTarget,
    prepare: (view: JournalView) => Promise<Erasure | Refused>,
  ): Promise<RecordOutcome> {
    return outcomeOf(viewer, { id, owner }, await this.#journal.erase<Refusal, true>({ owner, actor: actorOf(viewer), prepare }));
  }
}

/** A record of the code as a document of the journal; a value that is no JSON is a fault here, not a loss there. */
export function toDocument(record: object): JournalDocument {
  assertJson(record, 'record');
  return record as JournalDocument;
}

function actorOf({ subject, organisation, purpose, caseReference }: Viewer): Actor {
  return { subject, organisation, purpose, caseReference };
}

/** A receipt is the owner's: its number would tell an actor of another organisation how much the owner writes. */
function outcomeOf(viewer: Viewer, { id, owner }: Required<WriteTarget>, outcome: WriteOutcome<Refusal, true>): RecordOutcome {
  if ('refused' in outcome) return outcome;
  if ('unchanged' in outcome) return { accepted: { id, receipt: null, repeated: true } };
  if (owner !== viewer.organisation) return { accepted: { id, receipt: null, repeated: false } };
  const { seq, hash, signature } = outcome.written.receipt;
  return { accepted: { id, repeated: false, receipt: Object.assign(new Receipt(), { seq, hash, signature }) } };
}
