import { canonicalJson } from '../../../shared/canonical-json/canonical-json.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { Forbidden } from '../../../shared/graphql/outcomes.type.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { Tlp } from '../../../shared/handling/label.js';
import type { AgencyRecord } from './agency.model.js';

/** An entry for the register; `code` names it for ever. */
export interface AgencyEntry extends Omit<AgencyRecord, '_id' | 'publicId' | 'originator' | 'handling'> {
  readonly code: string;
  readonly tlp: Tlp;
}

/** Keeps the register. The keeper is the originator of every entry. */
export class AgencyService {
  readonly #runtime: SubgraphRuntime;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new JournalWriter(runtime);
  }

  /**
   * Enters an organisation, or changes its entry; the same entry twice changes nothing. With `ifAbsent` an entry that
   * is there stays as it is: a seed must not lift a suspension.
   */
  register(viewer: Viewer, { code, tlp, ...entry }: AgencyEntry, { ifAbsent = false } = {}): Promise<RecordOutcome> {
    const because = refusalToAct(viewer, 'registrar');
    if (because !== null) return Promise.resolve({ refused: Forbidden.because(because) });
    const { handling, ids } = this.#runtime;
    return this.#writer.write(viewer, { id: code }, async ({ current }) => {
      const label = handling.use(
        { originator: viewer.organisation, tlp, codes: [], restriction: null, operation: null, recipients: [], releaseGroup: null },
        null,
      );
      const publicId = ids.of(viewer.organisation, 'agency', code);
      const after = toDocument({ ...entry, publicId, originator: viewer.organisation, handling: label.key });
      const before = await current('agencies', code);
      if (before !== null && (ifAbsent || canonicalJson(before) === canonicalJson(after))) return { unchanged: true };
      return { action: before === null ? 'REGISTER' : 'CHANGE_ENTRY', subject: code, changes: [...label.changes, { collection: 'agencies', id: code, after }] };
    });
  }
}
