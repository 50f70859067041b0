import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { connectionOf, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { assertViewer } from '../../../shared/viewer/viewer.js';
import { addressFault, isNetworkName } from '../../../shared/wallet/address-id.js';
import type { VirtualAssetsContext } from '../context.js';
import { ExchangeOperator } from '../exchange-operator/exchange-operator.type.js';
import { toExchangeOperator } from '../exchange-operator/exchange-operator.view.js';
import type { TagStore } from '../tag/tag.store.js';
import { TagConnection, type Tag } from '../tag/tag.type.js';
import { toTag } from '../tag/tag.view.js';
import { AddressInput } from './address.inputs.js';
import { Address, TagDisagreement } from './address.type.js';
import { toAddress } from './address.view.js';
import { disagreementsOf } from './disagreements-of.js';

const MOST_ADDRESSES = 50;

@Resolver(() => Address)
export class AddressResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #tags: TagStore;

  constructor(runtime: SubgraphRuntime, tags: TagStore) {
    this.#runtime = runtime;
    this.#tags = tags;
  }

  @Query(() => Address, { description: 'An address, whether anything is said of it or not. What cannot be one is BAD_USER_INPUT.' })
  address(
    @Arg('network', () => String, { description: 'Network (code list `ledgerNetwork`).' }) network: string,
    @Arg('address', () => String, { description: 'The address.' }) address: string,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Address {
    assertViewer(viewer);
    return named({ network, address }, '');
  }

  @Query(() => [Address], { description: 'Several addresses, in the order in which they are asked for.' })
  addresses(
    @Arg('addresses', () => [AddressInput], { description: `Which addresses, 1 to ${String(MOST_ADDRESSES)}.` }) addresses: AddressInput[],
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Address[] {
    assertViewer(viewer);
    if (addresses.length < 1 || addresses.length > MOST_ADDRESSES) throw new CodedError('BAD_USER_INPUT', `\`addresses\` must be 1 to ${String(MOST_ADDRESSES)}; these are ${String(addresses.length)}.`);
    return addresses.map((input, index) => named(input, `addresses[${String(index)}].`));
  }

  @FieldResolver(() => TagConnection, { description: 'The tags of the address that you may read, those that can be relied on most first.' })
  async tags(@Root() { network, address }: Address, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { viewer }: VirtualAssetsContext): Promise<ConnectionOf<Tag>> {
    const request = pageRequest(first, after, 2);
    const page = await this.#tags.pageOfAddress(viewer, { network: network.code, address }, request);
    return connectionOf(page, request, ({ record }) => [record.strength, record._id], (tag) => toTag(this.#runtime, viewer, tag));
  }

  @FieldResolver(() => [TagDisagreement], { description: 'Where the tags that you may read say different things.' })
  async disagreements(@Root() address: Address, @Ctx() context: VirtualAssetsContext): Promise<TagDisagreement[]> {
    return disagreementsOf((await tagsOf(address, context)).map(({ record }) => record));
  }

  @FieldResolver(() => [ExchangeOperator], { description: 'Who operates it: the entries that you may read of the actors that the tags name, by actor.' })
  async operators(@Root() address: Address, @Ctx() context: VirtualAssetsContext): Promise<ExchangeOperator[]> {
    const { viewer, operatorsOfActor } = context;
    const actors = [...new Set((await tagsOf(address, context)).flatMap(({ record: { actor } }) => actor ?? []))].sort();
    const found = await Promise.all(actors.map((actor) => operatorsOfActor.load(actor)));
    return found.flat().map((operator) => toExchangeOperator(this.#runtime, viewer, operator));
  }

  @FieldResolver(() => [Address], { description: 'The same address on other networks, where tags that you may read speak of it there: one key may hold all of them.' })
  async elsewhere(@Root() { address, network }: Address, @Ctx() { attributions }: VirtualAssetsContext): Promise<Address[]> {
    const { tags } = await attributions.load(address);
    const networks = [...new Set(tags.map(({ record }) => record.network))].filter((other) => other !== network.code).sort();
    return networks.map((other) => toAddress({ network: other, address }));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you may read so many tags of the address that disagreements, operators and other networks follow from the thousand alone that can be relied on most.',
  })
  async isPartial(@Root() { address }: Address, @Ctx() { attributions }: VirtualAssetsContext): Promise<boolean> {
    return (await attributions.load(address)).isPartial;
  }
}

async function tagsOf({ address, network }: Address, { attributions }: VirtualAssetsContext): Promise<{ readonly record: Parameters<typeof disagreementsOf>[0][number] }[]> {
  return (await attributions.load(address)).tags.filter(({ record }) => record.network === network.code);
}

/** Throws BAD_USER_INPUT that names the argument and the fix. */
function named({ network, address }: AddressInput, path: string): Address {
  if (!isNetworkName(network)) throw new CodedError('BAD_USER_INPUT', `\`${path}network\` is no name of a network: the query \`codeLists\` shows those of the list "ledgerNetwork".`);
  const fault = addressFault(address, network);
  if (fault !== null) throw new CodedError('BAD_USER_INPUT', `\`${path}address\`: ${fault}`);
  return toAddress({ network, address });
}
