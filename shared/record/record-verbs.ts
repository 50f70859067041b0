import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { HandledRecord } from './handled-record.js';
import { labelFromInput, releaseRecipient } from './label-from-input.js';
import type { HandlingInput } from '../graphql/handling.input.js';
import type { Label } from '../handling/label.js';
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
    return this.#writer.relabel(viewer, id, version, ({ operation, originator }, issues) => {
      const read = (input: HandlingInput, path: string): Label =>
        labelFromInput(this.#runtime, viewer, operation, input, path, issues, originator);
      return { label: read(handling, 'handling'), identityLabel: identityHandling ? read(identityHandling, 'identityHandling') : null };
    });
  }

  release(viewer: Viewer, { id, version, release }: ReleaseRecordInput): Promise<RecordOutcome> {
    return this.#writer.release(viewer, id, version, (issues) => {
      const { purpose, until, withIdentity } = release;
      const to = releaseRecipient(this.#runtime, viewer, release.to, 'release.to', issues);
      issues.code('release.purpose', 'purpose', purpose);
      if (until.getTime() <= this.#runtime.clock.now().getTime()) issues.add('release.until', 'A release ends in the future.');
      return to === undefined ? null : { to, purpose, until: until.getTime(), withIdentity };
    });
  }

  recall(viewer: Viewer, { id, releaseId }: RecallInput): Promise<RecordOutcome> {
    return this.#writer.recall(viewer, id, releaseId);
  }
}
