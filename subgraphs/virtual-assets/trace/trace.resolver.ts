import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { connectionOf, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { toAddress } from '../address/address.view.js';
import type { VirtualAssetsContext } from '../context.js';
import { toTag } from '../tag/tag.view.js';
import { stopsByReason } from './describe-utxo-trace.js';
import { readPathsQuestion, readTraceQuestion } from './read-trace-question.js';
import { PathsInput, TraceInput } from './trace.inputs.js';
import type { TracedOutput, TracePath, TraceStep} from './trace.type.js';
import { Trace, TracedOutputConnection, TracePathConnection, TracePaths, TraceService, TraceServiceConnection, TraceStepConnection, TraceStop } from './trace.type.js';
import { sumOfTaints } from './sum-of-taints.js';
import { toTaint, toTracedOutput, toTraceEvidence, toTracePath, toTraceStep } from './trace.view.js';
import type { ReadTrace, ServiceStop, Tracer } from './tracer.js';
import { utxoPaths } from './utxo-paths.js';

/** Source outputs times steps: beyond, the search for paths would keep others waiting. */
const MOST_PATH_WORK = 20_000_000;

@Resolver(() => Trace)
export class TraceResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #tracer: Tracer;

  constructor(runtime: SubgraphRuntime, tracer: Tracer) {
    this.#runtime = runtime;
    this.#tracer = tracer;
  }

  @Query(() => Trace, {
    description: 'Follows money over the public ledger, by poison, haircut and FIFO together. It stops at services that tags which you may read name, and at the limits; it says where, why and with how much. What cannot be asked is BAD_USER_INPUT.',
  })
  async trace(@Arg('input', () => TraceInput, { description: 'What is to be traced.' }) input: TraceInput, @Ctx() { viewer, bitcoin }: VirtualAssetsContext): Promise<Trace> {
    const question = readTraceQuestion(input);
    const { graph } = await bitcoin();
    const read = await this.#tracer.trace(viewer, graph, question);
    const { injected, edges, notFound } = read.trace;
    return Object.assign(new Trace(), { evidence: toTraceEvidence(read), injected: toTaint(injected), edges, notFound: [...notFound], read });
  }

  @FieldResolver(() => [TraceStop], { description: 'Where it stopped, by reason, with what lies there. By poison sums count what several ways reached together only once, so they say how much was touched.' })
  stopped(@Root() { read: { trace } }: Trace): TraceStop[] {
    return stopsByReason(trace).map(({ reason, places, taint }) => Object.assign(new TraceStop(), { reason, places, taint: toTaint(taint) }));
  }

  @FieldResolver(() => TracedOutputConnection, { description: 'Every output of which something is tainted, in the order of the ledger.' })
  outputs(@Root() { read }: Trace, @Args(() => PageArgs) args: PageArgs): ConnectionOf<TracedOutput> {
    return pageOfTrace(read, read.trace.outputs, args, (tainted) => toTracedOutput(read.source, tainted));
  }

  @FieldResolver(() => TraceStepConnection, { description: 'The transactions that it went through, in the order of the ledger; backward, against it.' })
  steps(@Root() { read }: Trace, @Args(() => PageArgs) args: PageArgs): ConnectionOf<TraceStep> {
    return pageOfTrace(read, read.trace.steps, args, (step) => toTraceStep(read.source, step));
  }

  @FieldResolver(() => TraceServiceConnection, { description: 'The services at which it stopped, by address.' })
  services(@Root() { read }: Trace, @Args(() => PageArgs) args: PageArgs, @Ctx() { viewer }: VirtualAssetsContext): ConnectionOf<TraceService> {
    const toService = ({ address, tags, outputs }: ServiceStop): TraceService =>
      Object.assign(new TraceService(), {
        address: toAddress({ network: read.trace.evidence.network, address }), tags: tags.map((tag) => toTag(this.#runtime, viewer, tag)), places: outputs.length, taint: toTaint(sumOfTaints(outputs)),
      });
    return pageOfTrace(read, read.stops, args, toService);
  }
}

@Resolver(() => TracePaths)
export class TracePathsResolver {
  readonly #tracer: Tracer;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  @Query(() => TracePaths, { name: 'paths', description: 'The shortest paths from many places to many addresses over the public ledger, under the same stops as `trace`.' })
  async seek(@Arg('input', () => PathsInput, { description: 'Which paths.' }) input: PathsInput, @Ctx() { viewer, bitcoin }: VirtualAssetsContext): Promise<TracePaths> {
    const { question, targets } = readPathsQuestion(input);
    const { graph } = await bitcoin();
    const read = await this.#tracer.trace(viewer, graph, question);
    const sources = read.trace.outputs.filter(({ isSource }) => isSource).length;
    if (sources * read.trace.steps.length > MOST_PATH_WORK) {
      throw new CodedError('BAD_USER_INPUT', `\`input.from\`: these are ${String(sources)} outputs with ${String(read.trace.steps.length)} transactions behind them, too many to search: name single transactions or outputs, or give closer limits.`);
    }
    return Object.assign(new TracePaths(), { evidence: toTraceEvidence(read), targets: [...targets], notFound: [...read.trace.notFound], read });
  }

  @FieldResolver(() => TracePathConnection, { description: 'The paths, by source in the order of the ledger, then by target.' })
  paths(@Root() { read, targets }: TracePaths, @Args(() => PageArgs) args: PageArgs): ConnectionOf<TracePath> {
    return pageOfTrace(read, utxoPaths(read.source, read.trace, targets), args, toTracePath);
  }

  @FieldResolver(() => [TraceStop], { description: 'Where the search stopped, by reason: what lies behind BUDGET, HOPS, WINDOW, FLOOR or SERVICE was not searched.' })
  stopped(@Root() { read: { trace } }: TracePaths): TraceStop[] {
    return stopsByReason(trace).map(({ reason, places, taint }) => Object.assign(new TraceStop(), { reason, places, taint: toTaint(taint) }));
  }
}

/** A cursor is a position in one data version: in another it would skip or repeat items without a word. */
function pageOfTrace<Item, Node>({ dataVersion }: ReadTrace, items: readonly Item[], { first, after }: PageArgs, toNode: (item: Item) => Node): ConnectionOf<Node> {
  const request = pageRequest(first, after, 2);
  if (request.after !== null && request.after[1] !== dataVersion) {
    throw new CodedError('BAD_USER_INPUT', '`after` belongs to another data version: the ledger or the tags have changed since. Begin with the first page.');
  }
  const position = request.after === null ? -1 : Number(request.after[0]);
  const begin = Number.isInteger(position) ? Math.max(position + 1, 0) : 0;
  const page = items.slice(begin, begin + request.first).map((item, index) => ({ item, position: begin + index }));
  return connectionOf({ items: page, hasNextPage: begin + request.first < items.length }, request, (entry) => [entry.position, dataVersion], ({ item }) => toNode(item));
}
