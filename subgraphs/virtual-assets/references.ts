import type { ReferenceResolver } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { assertViewer } from '../../shared/viewer/viewer.js';
import { toAddressOfId } from './address/address.view.js';
import type { VirtualAssetsContext } from './context.js';
import { toExchangeOperator } from './exchange-operator/exchange-operator.view.js';
import { toTag } from './tag/tag.view.js';

/** Public: whoever has an address can name it, and every field that says something of it asks the stores. */
const address: ReferenceResolver<VirtualAssetsContext> = ({ id }, { viewer }) => {
  assertViewer(viewer);
  return toAddressOfId(id);
};

const tag: ReferenceResolver<VirtualAssetsContext> = async ({ id }, { viewer, tags }, runtime) => {
  const found = typeof id === 'string' ? await tags.load(id) : null;
  return found === null ? null : toTag(runtime, viewer, found);
};

const exchangeOperator: ReferenceResolver<VirtualAssetsContext> = async ({ id }, { viewer, operators }, runtime) => {
  const found = typeof id === 'string' ? await operators.load(id) : null;
  return found === null ? null : toExchangeOperator(runtime, viewer, found);
};

export const virtualAssetsReferences = { Address: address, Tag: tag, ExchangeOperator: exchangeOperator };
