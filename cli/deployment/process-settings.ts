import type { LogLevel } from '../../shared/logging/json-logger.js';
import type { RequestKeys } from '../../shared/request-token/request-token.js';
import { listenAddress, logLevel, readKeys, type ListenAddress } from './settings.js';
import type { Setting, SettingsReader } from './settings-reader.js';

/** What every process of a deployment is told. */
export interface ProcessSettings {
  readonly listen: ListenAddress;
  /** Health and metrics, for operators alone. */
  readonly adminListen: ListenAddress;
  readonly logLevel: LogLevel;
  /** Under which the directory is read. */
  readonly feedKeys: RequestKeys;
}

export function readProcessSettings(settings: SettingsReader): Setting<ProcessSettings> {
  const listen = settings.read('TESSERA_LISTEN', listenAddress.prefault('127.0.0.1:4000'));
  const adminListen = settings.read('TESSERA_ADMIN_LISTEN', listenAddress.prefault('127.0.0.1:9464'));
  const level = settings.read('TESSERA_LOG_LEVEL', logLevel);
  const feedKeys = readKeys(settings, 'TESSERA_FEED_KEY');
  return () => ({ listen: listen(), adminListen: adminListen(), logLevel: level(), feedKeys: feedKeys() });
}
