import type { TrustedIssuer } from '../../gateway/authenticate.js';
import type { RequestKeys } from '../../shared/request-token/request-token.js';
import { issuers } from './issuers.js';
import { readProcessSettings, type ProcessSettings } from './process-settings.js';
import { processUrl } from './settings.js';
import { SettingsReader, type Environment } from './settings-reader.js';
import { readForwardingKeys, settingOf, SUBGRAPH_NAMES, type SubgraphName } from './subgraph-names.js';

export interface GatewayConfig extends ProcessSettings {
  readonly issuers: readonly TrustedIssuer[];
  readonly subgraphs: ReadonlyMap<SubgraphName, { readonly url: URL; readonly keys: RequestKeys }>;
}

/** Throws ConfigError with every fault at once. */
export function readGatewayConfig(environment: Environment): GatewayConfig {
  const settings = new SettingsReader(environment);
  const common = readProcessSettings(settings);
  const trusted = settings.read('TESSERA_ISSUERS', issuers);
  const subgraphs = SUBGRAPH_NAMES.map((name) => ({ name, url: settings.read(settingOf(name, 'URL'), processUrl), keys: readForwardingKeys(settings, name) }));
  settings.assertSound();
  return {
    ...common(),
    issuers: trusted(),
    subgraphs: new Map(subgraphs.map(({ name, url, keys }) => [name, { url: url(), keys: keys() }])),
  };
}
