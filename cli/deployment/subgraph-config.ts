import type { RequestKeys } from '../../shared/request-token/request-token.js';
import { readProcessSettings, type ProcessSettings } from './process-settings.js';
import { processUrl } from './settings.js';
import { SettingsReader, type Environment } from './settings-reader.js';
import { readStoreSettings, type StoreConfig } from './store-config.js';
import { PUBLISHERS, readForwardingKeys, settingOf, type SubgraphName } from './subgraph-names.js';

export interface SubgraphConfig extends StoreConfig, ProcessSettings {
  readonly name: SubgraphName;
  /** Shared with the gateway alone. */
  readonly forwardingKeys: RequestKeys;
  /** Where the directory is published; not by this one to itself. */
  readonly publishers: ReadonlyMap<SubgraphName, URL>;
}

/** Throws ConfigError with every fault at once. */
export function readSubgraphConfig(name: SubgraphName, environment: Environment): SubgraphConfig {
  const settings = new SettingsReader(environment);
  const [common, store] = [readProcessSettings(settings), readStoreSettings(settings)];
  const forwardingKeys = readForwardingKeys(settings, name);
  const others = PUBLISHERS.filter((publisher) => publisher !== name);
  const publishers = others.map((publisher) => ({ publisher, url: settings.read(settingOf(publisher, 'URL'), processUrl) }));
  settings.assertSound();
  return {
    ...store(),
    ...common(),
    name,
    forwardingKeys: forwardingKeys(),
    publishers: new Map(publishers.map(({ publisher, url }) => [publisher, url()])),
  };
}
