import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { pageByDay } from '../../../shared/record/day-order.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { parseAddressId } from '../../../shared/wallet/address-id.js';
import type { AssetStore } from '../asset/asset.store.js';
import { AssetConnection, type Asset } from '../asset/asset.type.js';
import { toAsset } from '../asset/asset.view.js';
import type { AssetsContext } from '../context.js';
import { Address } from './address.type.js';

/** What was frozen or seized at an address. */
@Resolver(() => Address)
export class AddressResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #store: AssetStore;

  constructor(runtime: SubgraphRuntime, store: AssetStore) {
    this.#runtime = runtime;
    this.#store = store;
  }

  @FieldResolver(() => AssetConnection, { description: 'The assets whose identifiers you may read and that name it as their wallet, the latest first.' })
  async assets(@Root() { id }: Address, @Args(() => PageArgs) page: PageArgs, @Ctx() { viewer }: AssetsContext): Promise<ConnectionOf<Asset>> {
    const wallet = parseAddressId(id);
    return pageByDay(
      page,
      (request) => (wallet === null ? Promise.resolve({ items: [], hasNextPage: false }) : this.#store.pageOfWallet(viewer, wallet, request)),
      (found) => toAsset(this.#runtime, viewer, found),
    );
  }
}
