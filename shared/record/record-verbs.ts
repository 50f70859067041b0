import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { HandledRecord } from './handled-record.js';
import { InputIssues } from './input-issues.js';
import { labelFromInput, releaseRecipient } from './label-from-input.js';
import { InvalidInput } from '../graphql/outcomes.type.js';
import type { RecordOutcome } from './record-outcome.js';
import type { RecordWriter } from './record-writer.js';
import type { RecallInput, RecordVersionInput, RelabelInput, ReleaseRecordInput } from './verbs.inputs.js';

/** The verbs whose input is the same for every kind of record: retract, relabel, release, recall, erase. */
export class RecordVerbs<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: SubgraphRuntime;
  readonly #writer: RecordWriter<Identity, Rec>;

  constructor(runtime: SubgraphRuntime, writer: RecordWriter<Identity, Rec>) {
    this.#runtime = runtime;
    this.#writer = writer;
  }

  retract(viewer: Viewer, { id, version }: RecordVersionInput): Promise<RecordOutcome> {
    return this.#writer.retract(viewer, id, version);
  }

  erase(viewer: Viewer, { id, version }: RecordVersionInput): Promise<RecordOutcome> {
    return this.#writer.erase(viewer, id, version);
  }

  relabel(viewer: Viewer, { id, version, handling, identityHandling }: RelabelInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    return this.#writer.relabel(viewer, id, version, (operation) => {
      const issues = new InputIssues();
      const label = labelFromInput(runtime, viewer, operation, handling, 'handling', issues);
      const identity = identityHandling
        ? labelFromInput(runtime, viewer, operation, identityHandling, 'identityHandling', issues)
        : null;
      return { label, identityLabel: identity, issues };
    });
  }

  async release(viewer: Viewer, { id, version, release }: ReleaseRecordInput): Promise<RecordOutcome> {
    const issues = new InputIssues();
    const to = releaseRecipient(this.#runtime, viewer, release.to, 'release.to', issues);
    issues.code('release.purpose', 'purpose', release.purpose);
    if (release.until.getTime() <= this.#runtime.clock.now().getTime()) issues.add('release.until', 'A release ends in the future.');
    if (to === undefined || issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };
    const { purpose, until, withIdentity } = release;
    return this.#writer.release(viewer, id, version, { to, purpose, until: until.getTime(), withIdentity });
  }

  recall(viewer: Viewer, { id, releaseId }: RecallInput): Promise<RecordOutcome> {
    return this.#writer.recall(viewer, id, releaseId);
  }
}
