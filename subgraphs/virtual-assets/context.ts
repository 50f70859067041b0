import type { Viewer } from '../../shared/viewer/viewer.js';
import type { AttributionLoader } from './address/attribution.loader.js';
import type { ExchangeOperatorLoader, OperatorsOfActorLoader } from './exchange-operator/exchange-operator.loader.js';
import type { BitcoinView } from './ledger/bitcoin-ledger.js';
import type { TagLoader } from './tag/tag.loader.js';

/** What one request carries: who asks, and loaders that answer for this viewer alone. */
export interface VirtualAssetsContext {
  readonly viewer: Viewer;
  readonly tags: TagLoader;
  readonly operators: ExchangeOperatorLoader;
  readonly operatorsOfActor: OperatorsOfActorLoader;
  readonly attributions: AttributionLoader;
  /** The ledger of Bitcoin, one and the same throughout the request. */
  readonly bitcoin: () => Promise<BitcoinView>;
}
