import { given } from '../../../shared/graphql/given.js';
import { actionFromInput, checkAction } from '../../../shared/record/action-input-reader.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import { DoubleClaimVerbs } from '../../../shared/record/double-claims/double-claim-verbs.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { nameableOrganisation } from '../../../shared/record/label-from-input.js';
import { partHandlingFromInput, refusePartHandling } from '../../../shared/record/part-handling.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { ReadableStore } from '../../../shared/record/record-loader.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { custodyAfter, standing, type FoundAsset } from '../custody/custody-chain.js';
import { checkCustody, moveAsset, retractMove } from '../custody/custody-move.js';
import type { MoveAssetInput, RetractAssetMoveInput } from '../custody/custody.inputs.js';
import { firstCustodyStates } from '../custody/custody-table.js';
import { checkWalletAddress, identifiersFromInput } from '../identifiers/identifiers.input-reader.js';
import type { IdentifiersRecord } from '../identifiers/identifiers.record.js';
import { moneyFromInput } from '../money/money.input-reader.js';
import type { CorrectAssetInput, RecordAssetInput } from './asset.inputs.js';
import type { AssetRecord } from './asset.model.js';
import { ASSET_TALLY } from './asset.tally.js';

type AssetContent = Omit<AssetRecord, keyof HandledRecord<IdentifiersRecord>>;

const KIND: RecordKind<AssetRecord> = { collection: 'assets', tally: ASSET_TALLY, identityField: 'identifiers' };
const LONGEST_LEGAL_BASIS = 500;
const MOVED = 'This was divided by moves that stand: retract them first, then correct it.';

/** Reads what officers say about assets. The verbs themselves are those of every record. */
export class AssetService {
  readonly verbs: RecordVerbs<IdentifiersRecord, AssetRecord>;
  readonly doubleClaims: DoubleClaimVerbs<IdentifiersRecord, AssetRecord>;
  readonly #writer: RecordWriter<IdentifiersRecord, AssetRecord>;
  readonly #batches: BatchRecorder<IdentifiersRecord, AssetRecord>;
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime, store: ReadableStore<AssetRecord>) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
    this.doubleClaims = new DoubleClaimVerbs(runtime, this.#writer, store, { collection: KIND.collection, noun: 'asset' });
  }

  record(viewer: Viewer, input: RecordAssetInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, this.#read(viewer, input));
  }

  recordBatch(viewer: Viewer, rows: readonly RecordAssetInput[], mode: BatchMode): Promise<BatchOutcome> {
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row));
  }

  #read(viewer: Viewer, input: RecordAssetInput): Reads<NewRecord<IdentifiersRecord, AssetContent>> {
    return (issues) => {
      const action = actionFromInput(this.#runtime, viewer, input, issues);
      const { kind, quantity, value, custodyState, identifiers } = input;
      const identity = identifiers
        ? {
            value: identifiersFromInput(identifiers, 'identifiers', issues),
            ...partHandlingFromInput(this.#runtime, viewer, action.label, identifiers, 'identifiers', issues),
          }
        : null;
      const content: AssetContent = {
        ...action.content,
        kind,
        ...custodyWhenFound({ quantity, value: value ? moneyFromInput(value, 'value', issues) : null, firstCustodyState: custodyState }),
      };
      this.#check(content, issues);
      checkFirstCustodyState(content, 'custodyState', issues);
      if (identity !== null) checkWalletAddress(identity.value, content.value, 'identifiers', issues);
      return { ...action, identity, content };
    };
  }

  correct(viewer: Viewer, { id, version, identifiers, value, ...input }: CorrectAssetInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const stated = value ? moneyFromInput(value, 'value', issues) : null;
      const content: Partial<AssetContent> = { ...given(input), ...(value === undefined ? {} : { value: stated }) };
      this.#check(content, issues);
      if (identifiers) refusePartHandling(identifiers, 'identifiers', issues);
      const identity = identifiers ? identifiersFromInput(identifiers, 'identifiers', issues) : undefined;
      return {
        content,
        ...(identity === undefined ? {} : { identity }),
        check: (corrected, found) => {
          if (identity !== undefined) checkWalletAddress(identity, corrected.value, 'identifiers', found);
          checkFirstCustodyState(corrected, 'kind', found);
          checkCustody(corrected, found);
          if (standing(corrected.moves).length === 0) return;
          for (const field of ['quantity', 'value'] as const) if (field in content) found.add(field, MOVED);
        },
        derive: ({ firstCustodyState, quantity, value, moves }) => {
          const { holdings } = custodyAfter({ firstCustodyState, quantity, value }, moves);
          return { holdings };
        },
      };
    });
  }

  move(viewer: Viewer, { id, version, legalBasis, agency: code, quantity, amount, from, to, day }: MoveAssetInput): Promise<RecordOutcome> {
    return this.#writer.revise(viewer, id, version, 'MOVE', (issues) => {
      for (const [field, state] of Object.entries({ from, to })) issues.code(field, 'custodyState', state);
      issues.pastDay('day', day, this.#runtime.clock.now());
      issues.text('legalBasis', legalBasis, LONGEST_LEGAL_BASIS);
      const acting = code ? nameableOrganisation(this.#runtime, viewer, code, 'agency', issues)?.id : viewer.organisation;
      return (asset, at, found) => {
        const moveId = this.#runtime.ids.of(asset.originator, 'custody-move', `${asset._id}/${String(asset.moves.length)}`);
        const asked = { id: moveId, agency: acting ?? viewer.organisation, at, from, to, day, quantity: quantity ?? null, amount: amount ?? null };
        return { ...moveAsset(asset, asked, found), legalBases: { ...asset.legalBases, [moveId]: legalBasis } };
      };
    });
  }

  retractMove(viewer: Viewer, { id, version, moveId }: RetractAssetMoveInput): Promise<RecordOutcome> {
    return this.#writer.revise(viewer, id, version, 'RETRACT_MOVE', () => (asset, at, found) => retractMove(asset, moveId, at, found) ?? {});
  }

  #check({ kind, quantity, ...action }: Partial<AssetContent>, issues: InputIssues): void {
    checkAction(action, this.#runtime.clock.now(), issues);
    if (kind !== undefined) issues.code('kind', 'assetKind', kind);
    if (quantity !== undefined && !/^(?!-).*[1-9]/.test(quantity)) issues.add('quantity', 'A quantity is more than zero.');
  }
}

/** `path` is the field that can mend it. A kind that is not in the code list has an issue of its own. */
function checkFirstCustodyState({ kind, firstCustodyState }: AssetContent, path: string, issues: InputIssues): void {
  const lawful = firstCustodyStates(kind);
  if (!lawful.includes(firstCustodyState)) issues.add(path, `An asset of kind ${kind} is found ${lawful.join(' or ')}, not ${firstCustodyState}.`);
}

/** Nothing has moved yet: the whole stands where it was found. */
function custodyWhenFound(found: FoundAsset): Pick<AssetContent, 'quantity' | 'value' | 'firstCustodyState' | 'custodyState' | 'holdings' | 'moves' | 'legalBases'> {
  return { ...found, custodyState: found.firstCustodyState, holdings: custodyAfter(found, []).holdings, moves: [], legalBases: {} };
}
