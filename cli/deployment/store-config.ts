import type { KeyObject } from 'node:crypto';
import type { DeploymentKeys } from '../../shared/deployment/embedded-keys.js';
import { DATABASE_PREFIX } from '../config.js';
import { idKey, mongodbUri, publicKeys, signingKey } from './settings.js';
import { SettingsReader, type Environment, type Setting } from './settings-reader.js';

/** The records of a deployment, and the keys without which nothing may be written there. */
export interface StoreConfig {
  readonly mongodbUri: string;
  /** Each subgraph has a database of its own: `<prefix>_<subgraph>`. */
  readonly databasePrefix: string;
  readonly keys: DeploymentKeys;
}

export function readStoreSettings(settings: SettingsReader): Setting<StoreConfig> {
  const uri = settings.read('MONGODB_URI', mongodbUri);
  const [id, signing] = [settings.read('TESSERA_ID_KEY', idKey), settings.read('TESSERA_SIGNING_KEY', signingKey)];
  return () => ({ mongodbUri: uri(), databasePrefix: DATABASE_PREFIX, keys: { idKey: id(), signingKey: signing() } });
}

/** For commands that write. Throws ConfigError with every fault at once. */
export function readStoreConfig(environment: Environment): StoreConfig {
  const settings = new SettingsReader(environment);
  const store = readStoreSettings(settings);
  settings.assertSound();
  return store();
}

/** What an auditor needs: to read, and the public keys of the present and the past. */
export interface AuditConfig {
  readonly mongodbUri: string;
  readonly publicKeys: readonly KeyObject[];
}

export function readAuditConfig(environment: Environment): AuditConfig {
  const settings = new SettingsReader(environment);
  const [uri, keys] = [settings.read('MONGODB_URI', mongodbUri), settings.read('TESSERA_VERIFYING_KEYS', publicKeys)];
  settings.assertSound();
  return { mongodbUri: uri(), publicKeys: keys() };
}

/** Whether a command is to work on a real MongoDB; otherwise on the embedded store. */
export function namesRealStore(environment: Environment): boolean {
  return [environment['MONGODB_URI'], environment['MONGODB_URI_FILE']].some((value) => value !== undefined && value !== '');
}
