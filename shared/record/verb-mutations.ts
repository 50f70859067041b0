import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Viewer } from '../viewer/viewer.js';
import type { RecordOutcome } from './record-outcome.js';
import type { RecordResult, RecordResultType } from './record-result.type.js';
import type { RecordVerbs } from './record-verbs.js';
import type { HandledRecord } from './handled-record.js';
import { RecallInput, RecordVersionInput, RelabelInput, ReleaseRecordInput } from './verbs.inputs.js';

type Verbs = Pick<RecordVerbs<unknown, HandledRecord<unknown>>, 'retract' | 'relabel' | 'release' | 'recall' | 'erase'>;

/** Reads a record anew: what a mutation shows passes the store like every other answer. */
type ShowRecord<Node> = (viewer: Viewer, id: string) => Promise<Node | null>;

interface HasViewer {
  readonly viewer: Viewer;
}

/** Turns the outcome of any verb, those of `verbMutations` and a kind's own, into what GraphQL answers. */
export interface AnswersVerbs<Node> {
  answer(viewer: Viewer, outcome: RecordOutcome): Promise<RecordResult<Node>>;
}

/**
 * The five mutations whose input is the same for every kind of record, under the names of one kind:
 * `retractArrest`, `relabelArrest`, `releaseArrest`, `recallArrestRelease`, `eraseArrest`. A kind's resolver extends
 * them; type-graphql knows no other way to give a mutation a name that is computed.
 */
export function verbMutations<Node extends object>({
  words: { name, noun, spoken = noun, one },
  Accepted,
  Result,
}: RecordResultType<Node>): abstract new (verbs: Verbs, show: ShowRecord<Node>) => AnswersVerbs<Node> {
  @Resolver()
  abstract class VerbMutations implements AnswersVerbs<Node> {
    readonly #verbs: Verbs;
    readonly #show: ShowRecord<Node>;

    constructor(verbs: Verbs, show: ShowRecord<Node>) {
      this.#verbs = verbs;
      this.#show = show;
    }

    @Mutation(() => Result, { name: `retract${name}`, description: `Takes back ${one} that was wrong. Role: contributor.` })
    async retract(
      @Arg('input', () => RecordVersionInput, { description: `The ${spoken}.` }) input: RecordVersionInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.answer(viewer, await this.#verbs.retract(viewer, input));
    }

    @Mutation(() => Result, { name: `relabel${name}`, description: `Changes how ${one} is handled. Role: releaser.` })
    async relabel(
      @Arg('input', () => RelabelInput, { description: 'The new handling.' }) input: RelabelInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.answer(viewer, await this.#verbs.relabel(viewer, input));
    }

    @Mutation(() => Result, { name: `release${name}`, description: `Releases ${one} to someone for a purpose until an instant. Role: releaser.` })
    async release(
      @Arg('input', () => ReleaseRecordInput, { description: 'The release.' }) input: ReleaseRecordInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.answer(viewer, await this.#verbs.release(viewer, input));
    }

    @Mutation(() => Result, { name: `recall${name}Release`, description: `Recalls a release of ${one}. Role: releaser.` })
    async recallRelease(
      @Arg('input', () => RecallInput, { description: 'The release to recall.' }) input: RecallInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.answer(viewer, await this.#verbs.recall(viewer, input));
    }

    @Mutation(() => Result, { name: `erase${name}`, description: `Erases ${one} for good, its personal data in the journal too. Role: releaser.` })
    async erase(
      @Arg('input', () => RecordVersionInput, { description: `The ${spoken}.` }) input: RecordVersionInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.answer(viewer, await this.#verbs.erase(viewer, input));
    }

    async answer(viewer: Viewer, outcome: RecordOutcome): Promise<RecordResult<Node>> {
      if ('refused' in outcome) return outcome.refused;
      const { id, receipt, repeated } = outcome.accepted;
      return Object.assign(new Accepted(), { record: await this.#show(viewer, id), receipt, repeated });
    }
  }
  return VerbMutations;
}
