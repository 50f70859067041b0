import { Conflict, InvalidInput } from '../../graphql/outcomes.type.js';
import { speaksFor } from '../../handling/may-read.js';
import type { SubgraphRuntime } from '../../subgraph-server/subgraph-runtime.js';
import type { ClaimStatement } from '../../tally/claim-statement.js';
import type { CountedRecord } from '../../tally/tally-kind.js';
import { refusalToAct } from '../../viewer/may-act.js';
import type { Viewer } from '../../viewer/viewer.js';
import type { HandledRecord } from '../handled-record.js';
import { quoted } from '../quoted.js';
import type { ReadableStore } from '../record-loader.js';
import type { RecordOutcome, Refused } from '../record-outcome.js';
import type { DecidedStatements, RecordWriter } from '../record-writer.js';
import { standingStatement, withoutStatement, withStatement } from './claim-statements.js';
import type { CountedDoubleClaimInput, DoubleClaimInput } from './double-claim.inputs.js';

/** Every statement stands in the record, and so twice in every further entry. */
const MOST_STATEMENTS = 200;

type Named = Pick<ClaimStatement, 'other' | 'owner' | 'counts'>;

/** Kind of record, and one of them as people write it. */
interface ClaimedKind {
  readonly collection: string;
  readonly noun: string;
}

/**
 * What the owners of two records say about them. Each speaks for itself, in its own record and so in its own chain; the
 * two are one event while both say so and name the same claim. Who may not read the other record is answered as if
 * there were none.
 */
export class DoubleClaimVerbs<Identity, Rec extends HandledRecord<Identity>> {
  readonly #runtime: Pick<SubgraphRuntime, 'visible'>;
  readonly #writer: RecordWriter<Identity, Rec>;
  readonly #store: ReadableStore<Rec>;
  readonly #kind: ClaimedKind;

  constructor(runtime: Pick<SubgraphRuntime, 'visible'>, writer: RecordWriter<Identity, Rec>, store: ReadableStore<Rec>, kind: ClaimedKind) {
    this.#runtime = runtime;
    this.#writer = writer;
    this.#store = store;
    this.#kind = kind;
  }

  /** Says that two records are one event; also against what the other owner proposed. */
  async propose(viewer: Viewer, input: CountedDoubleClaimInput): Promise<RecordOutcome> {
    const named = await this.#named(viewer, input);
    return this.#writer.state(viewer, input.id, input.version, 'PROPOSE_DOUBLE_CLAIM', async (record, { at }) => this.#said(record, named, at));
  }

  /** Says what the other owner says now: where that has changed meanwhile, nobody agrees to it unread. */
  async accept(viewer: Viewer, input: CountedDoubleClaimInput): Promise<RecordOutcome> {
    const { id, version, other, counts } = input;
    const named = await this.#named(viewer, input);
    return this.#writer.state(viewer, id, version, 'ACCEPT_DOUBLE_CLAIM', async (record, view) => {
      const stored = 'refused' in named ? null : ((await view.current(this.#kind.collection, other)) as CountedRecord | null);
      if ('owner' in named && standingStatement(stored?.claims, id)?.counts !== counts) return { refused: Conflict.because(NOT_PROPOSED) };
      return this.#said(record, named, view.at);
    });
  }

  /** Says that they are two events, whether or not the other owner says otherwise. */
  async decline(viewer: Viewer, input: DoubleClaimInput): Promise<RecordOutcome> {
    const named = await this.#named(viewer, { ...input, counts: null });
    return this.#writer.state(viewer, input.id, input.version, 'DECLINE_DOUBLE_CLAIM', async (record, { at }) => this.#said(record, named, at));
  }

  /** Takes back what its organisation said. That stands in its own record: the other may be gone or closed by now. */
  withdraw(viewer: Viewer, { id, version, other }: DoubleClaimInput): Promise<RecordOutcome> {
    return this.#writer.state(viewer, id, version, 'WITHDRAW_DOUBLE_CLAIM', async ({ claims = [] }, { at }) => {
      if (standingStatement(claims, other) === undefined) return invalid('other', `Your organisation says nothing of this ${this.#kind.noun} and ${quoted(other)}.`);
      return { claims: withoutStatement(claims, other, at) };
    });
  }

  #said({ claims = [] }: Rec, named: Named | Refused, at: Date): DecidedStatements {
    if ('refused' in named) return named;
    if (standingStatement(claims, named.other)?.counts === named.counts) return { unchanged: true };
    if (claims.length >= MOST_STATEMENTS) return { refused: Conflict.because(`Of this ${this.#kind.noun} ${String(MOST_STATEMENTS)} statements are kept already. Retract it and record it anew under another reference.`) };
    return { claims: withStatement(claims, named, at) };
  }

  /** What is to be said of a record that the viewer may read. Who may not write is not answered for what it may read, either: the writer refuses it. */
  async #named(viewer: Viewer, { id, other, counts }: Pick<DoubleClaimInput, 'id' | 'other'> & Pick<Named, 'counts'>): Promise<Named | Refused> {
    if (other === id) return invalid('other', `Name the ${this.#kind.noun} of another organisation.`);
    if (counts !== null && counts !== id && counts !== other) return invalid('counts', 'Name one of the two.');
    const [found] = refusalToAct(viewer, 'contributor') === null ? await this.#store.findReadable(viewer, [other]) : [];
    if (found === undefined) return invalid('other', `There is no ${this.#kind.noun} ${quoted(other)} that you may read.`);
    const owner = found.record.originator;
    const isOwn = speaksFor(viewer, owner, this.#runtime.visible.facts());
    return isOwn ? invalid('other', `This ${this.#kind.noun} is of your organisation as well: retract the one that is too many.`) : { other, owner, counts };
  }
}

const NOT_PROPOSED = 'The other organisation does not say so, or no longer. Read its proposal again.';

function invalid(path: string, message: string): Refused {
  return { refused: InvalidInput.of([{ path, message }]) };
}
