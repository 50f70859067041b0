import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { FIRST_DESCRIPTION, pageRequest } from '../../../shared/graphql/connection.js';
import { assertViewer } from '../../../shared/viewer/viewer.js';
import { Address } from '../address/address.type.js';
import { toAddress } from '../address/address.view.js';
import type { VirtualAssetsContext } from '../context.js';
import type { BitcoinView } from '../ledger/bitcoin-ledger.js';
import { toLedgerEvidence } from '../ledger/ledger-evidence.view.js';
import { readBitcoinAddress } from '../ledger/read-bitcoin-address.js';
import { Cluster, TogetherLink, WhyTogether, type TogetherOutcome } from './cluster.type.js';
import { CLUSTER_RULE } from './clusters.js';
import { shortestChain, type ChainLink } from './shortest-chain.js';

/** Inputs that the search for a chain looks at. */
const CHAIN_BUDGET = 1_000_000;

/** Clusters follow from the public ledger alone: no tag plays a part, so every reader has the same answers. */
@Resolver(() => Cluster)
export class ClusterResolver {
  @Query(() => WhyTogether, { description: 'Why two addresses of Bitcoin are in one cluster: the shortest chain of transactions that spend from both of their ends.' })
  async whyTogether(
    @Arg('one', () => String, { description: 'An address of Bitcoin.' }) one: string,
    @Arg('other', () => String, { description: 'Another address of Bitcoin.' }) other: string,
    @Ctx() { viewer, bitcoin }: VirtualAssetsContext,
  ): Promise<WhyTogether> {
    assertViewer(viewer);
    const [from, to] = [readBitcoinAddress(one, 'one'), readBitcoinAddress(other, 'other')];
    return whyTogether(await bitcoin(), from, to);
  }

  @FieldResolver(() => [Address], { description: 'Its addresses in the order of their code points, from the first; `size` tells how many there are.' })
  members(
    @Root() { view: { clusters }, address }: Cluster,
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
  ): Address[] {
    return clusters.members(address, pageRequest(first, null, 1).first).map(toBitcoinAddress);
  }
}

@Resolver(() => Address)
export class AddressClusterResolver {
  @FieldResolver(() => Cluster, { nullable: true, description: 'The cluster of an address of Bitcoin; null where the ledger does not hold the address, and on other networks.' })
  async cluster(@Root() { network, address }: Address, @Ctx() { bitcoin }: VirtualAssetsContext): Promise<Cluster | null> {
    if (network.code !== 'BITCOIN') return null;
    const view = await bitcoin();
    const number = view.graph.findAddress(address);
    return number === -1 ? null : Object.assign(new Cluster(), { ...view.clusters.of(number), rule: CLUSTER_RULE, evidence: toLedgerEvidence(view.graph), view, address: number });
  }
}

function whyTogether({ graph, clusters }: BitcoinView, one: string, other: string): WhyTogether {
  const [from, to] = [graph.findAddress(one), graph.findAddress(other)];
  const answer = (outcome: TogetherOutcome, links: readonly ChainLink[] = []): WhyTogether =>
    Object.assign(new WhyTogether(), { outcome, links: links.map(toLink), rule: CLUSTER_RULE, evidence: toLedgerEvidence(graph) });
  if (from === -1 || to === -1) return answer('NOT_HELD');
  if (clusters.rootOf(from) !== clusters.rootOf(to)) return answer('APART');
  const chain = shortestChain(graph, from, to, CHAIN_BUDGET);
  return chain.kind === 'chain' ? answer('CHAIN', chain.links) : answer(chain.kind === 'budget' ? 'BUDGET' : 'APART');
}

function toLink({ from, txid, height, to }: ChainLink): TogetherLink {
  return Object.assign(new TogetherLink(), { from: toBitcoinAddress(from), transaction: txid, height, to: toBitcoinAddress(to) });
}

function toBitcoinAddress(address: string): Address {
  return toAddress({ network: 'BITCOIN', address });
}
