import type { RequestKeys } from '../../shared/request-token/request-token.js';
import { readKeys } from './settings.js';
import type { Setting, SettingsReader } from './settings-reader.js';

/** Every subgraph of a deployment, as commands, settings and databases name it. */
export const SUBGRAPH_NAMES = ['agencies', 'operations', 'arrests', 'assets', 'virtual-assets'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

export function isSubgraphName(name: string): name is SubgraphName {
  return SUBGRAPH_NAMES.some((known) => known === name);
}

/** Those that publish the directory, which everybody holds. */
export const PUBLISHERS = ['agencies', 'operations'] as const satisfies readonly SubgraphName[];

/** The name of a setting that each subgraph has one of: TESSERA_ARRESTS_KEY, TESSERA_VIRTUAL_ASSETS_KEY. */
export function settingOf(name: SubgraphName, setting: 'URL' | 'KEY'): string {
  return `TESSERA_${name.toUpperCase().replaceAll('-', '_')}_${setting}`;
}

/** The keys of the gateway and one subgraph; both processes know them by the same name. */
export function readForwardingKeys(settings: SettingsReader, name: SubgraphName): Setting<RequestKeys> {
  return readKeys(settings, settingOf(name, 'KEY'));
}
