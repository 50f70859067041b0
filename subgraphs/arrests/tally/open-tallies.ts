import { given } from '../../../shared/graphql/given.js';
import { readsRecords } from '../../../shared/handling/may-read.js';
import type { ActionQuery } from '../../../shared/record/action-conditions.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { openTally, type CountedKind, type CountedStore } from '../../../shared/tally/open-tally.js';
import type { TallyDimension } from '../../../shared/tally/tally-dimension.js';
import type { CountedRecord as Counted } from '../../../shared/tally/tally-kind.js';
import { scopeInWords, tallyRule } from '../../../shared/tally/tally-rule.js';
import type { TallyScope } from '../../../shared/tally/tally-question.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ArrestFilter } from '../arrest/arrest.inputs.js';
import type { ArrestStore } from '../arrest/arrest.store.js';
import { COUNTED_ARRESTS } from '../arrest/counted-arrests.js';
import { COUNTED_RESCUES } from '../rescue/counted-rescues.js';
import type { RescueFilter } from '../rescue/rescue.inputs.js';
import type { RescueStore } from '../rescue/rescue.store.js';
import { toCountedRecord } from './counted-record.view.js';
import { Tally } from './tally.type.js';

/** What a field asks: over what, with which filter, of which instant. */
export interface Asked<Filter> {
  readonly scope: TallyScope;
  readonly filter: Filter | null;
  readonly asOf: Date | null | undefined;
}

interface Subject<Query, Rec> {
  readonly counted: CountedKind<Query, Rec>;
  readonly store: CountedStore<Query, Rec>;
  readonly code: TallyDimension;
}

/** Opens the tallies of this subgraph, wherever they are asked for: of an operation, of a country, over several. */
export class Tallies {
  readonly #runtime: SubgraphRuntime;
  readonly #stores: { readonly arrests: ArrestStore; readonly rescues: RescueStore };

  constructor(runtime: SubgraphRuntime, stores: { readonly arrests: ArrestStore; readonly rescues: RescueStore }) {
    this.#runtime = runtime;
    this.#stores = stores;
  }

  arrests(viewer: Viewer, asked: Asked<ArrestFilter>): Tally {
    return this.#open(viewer, { counted: COUNTED_ARRESTS, store: this.#stores.arrests, code: 'CRIME_TYPE' }, { ...asked, filter: given(asked.filter) });
  }

  rescues(viewer: Viewer, asked: Asked<RescueFilter>): Tally {
    return this.#open(viewer, { counted: COUNTED_RESCUES, store: this.#stores.rescues, code: 'VICTIM_STATE' }, { ...asked, filter: given(asked.filter) });
  }

  #open<Query extends ActionQuery, Rec extends Counted & { readonly _id: string }>(
    viewer: Viewer,
    { counted, store, code }: Subject<Query, Rec>,
    { scope, filter, asOf = null }: { readonly scope: TallyScope; readonly filter: Query; readonly asOf?: Date | null | undefined },
  ): Tally {
    const opened = openTally(this.#runtime, viewer, counted, store, { filter, scope, asOf });
    const { kind, weighing } = counted;
    return new Tally({
      opened,
      code,
      rule: (instant) =>
        tallyRule({ noun: kind.collection, weighing, scope: scopeInWords(this.#runtime, scope), asOf, filter, readsRecords: readsRecords(viewer), counted: instant, convertTo: null }),
      toNode: (evidence) => toCountedRecord(this.#runtime, viewer, opened, evidence),
    });
  }
}
