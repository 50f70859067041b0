import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root, type ClassType } from 'type-graphql';
import { pageOfList, pageRequest, type ConnectionOf } from '../../graphql/connection.js';
import { PageArgs } from '../../graphql/page.args.js';
import type { SubgraphRuntime } from '../../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../viewer/viewer.js';
import type { ActionRecordFields } from '../action-record.type.js';
import type { HandledRecord, Readable } from '../handled-record.js';
import type { RecordLoader } from '../record-loader.js';
import type { RecordResult, RecordResultType } from '../record-result.type.js';
import type { AnswersVerbs } from '../verb-mutations.js';
import { CountedDoubleClaimInput, DoubleClaimInput } from './double-claim.inputs.js';
import type { DoubleClaimNode, DoubleClaimTypes } from './double-claim.type.js';
import type { DoubleClaimVerbs } from './double-claim-verbs.js';
import { otherRecords, readableDoubleClaims } from './readable-double-claims.js';

interface HasViewer {
  readonly viewer: Viewer;
}

/** What the double claims of one kind of record are made of. */
export interface DoubleClaimSource<Node, Rec, Context> {
  readonly runtime: Pick<SubgraphRuntime, 'visible' | 'tallies'>;
  readonly verbs: Pick<DoubleClaimVerbs<unknown, HandledRecord<unknown>>, 'propose' | 'accept' | 'decline' | 'withdraw'>;
  /** Turns an outcome into an answer, as the other verbs of the kind do. */
  readonly answers: AnswersVerbs<Node>;
  readonly collection: string;
  readonly loaderOf: (context: Context) => RecordLoader<Rec>;
  readonly show: (viewer: Viewer, found: Readable<Rec>) => Node;
}

/**
 * The double claims of one kind of record: a list on each record, and the four mutations of its owner under the names of
 * the kind (`proposeArrestDoubleClaim`).
 */
export function doubleClaimResolver<Node extends ActionRecordFields, Rec extends HandledRecord<unknown>, Context extends HasViewer>(
  node: ClassType<Node>,
  { DoubleClaim, DoubleClaimConnection }: DoubleClaimTypes<Node>,
  { words: { name, noun, one }, Result }: RecordResultType<Node>,
): abstract new (source: DoubleClaimSource<Node, Rec, Context>) => object {
  @Resolver(() => node)
  abstract class DoubleClaimResolver {
    readonly #source: DoubleClaimSource<Node, Rec, Context>;

    constructor(source: DoubleClaimSource<Node, Rec, Context>) {
      this.#source = source;
    }

    @FieldResolver(() => DoubleClaimConnection, { description: `Other records of which it is said that they and this ${noun} are one event, by id. Only those that you may read.` })
    async doubleClaims(@Root() { id, claimed }: Node, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() context: Context): Promise<ConnectionOf<DoubleClaimNode<Node>>> {
      const { runtime, collection, loaderOf, show } = this.#source;
      const request = pageRequest(first, after, 1);
      const ids = otherRecords(context.viewer, claimed, await runtime.tallies.speakingOf({ collection }, id), runtime.visible);
      const loaded = await Promise.all(ids.map((other) => loaderOf(context).load(other)));
      const others = loaded.flatMap((found) => found ?? []);
      const claims = readableDoubleClaims(context.viewer, id, claimed, others, runtime.visible.facts());
      return pageOfList(claims, request, ({ other }) => [other.record._id], ({ other, ...claim }) => Object.assign(new DoubleClaim(), { other: show(context.viewer, other), ...claim }));
    }

    @Mutation(() => Result, { name: `propose${name}DoubleClaim`, description: `Says that ${one} of your organisation and one of another are one event, and which of them counts. Role: contributor.` })
    async propose(
      @Arg('input', () => CountedDoubleClaimInput, { description: 'The two, and which counts.' }) input: CountedDoubleClaimInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.#source.answers.answer(viewer, await this.#source.verbs.propose(viewer, input));
    }

    @Mutation(() => Result, { name: `accept${name}DoubleClaim`, description: `Agrees to what the owner of the other ${noun} proposes. Role: contributor.` })
    async accept(
      @Arg('input', () => CountedDoubleClaimInput, { description: 'The two, and which counts, as proposed.' }) input: CountedDoubleClaimInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.#source.answers.answer(viewer, await this.#source.verbs.accept(viewer, input));
    }

    @Mutation(() => Result, { name: `decline${name}DoubleClaim`, description: `Says that ${one} of your organisation and one of another are two events. Role: contributor.` })
    async decline(
      @Arg('input', () => DoubleClaimInput, { description: 'The two.' }) input: DoubleClaimInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.#source.answers.answer(viewer, await this.#source.verbs.decline(viewer, input));
    }

    @Mutation(() => Result, { name: `withdraw${name}DoubleClaim`, description: `Takes back what your organisation said of ${one} and one of another. Role: contributor.` })
    async withdraw(
      @Arg('input', () => DoubleClaimInput, { description: 'The two.' }) input: DoubleClaimInput,
      @Ctx() { viewer }: HasViewer,
    ): Promise<RecordResult<Node>> {
      return this.#source.answers.answer(viewer, await this.#source.verbs.withdraw(viewer, input));
    }
  }
  return DoubleClaimResolver;
}
