import type { Handling } from '../../../shared/graphql/handling.type.js';
import type { IdentifiersRecord } from './identifiers.record.js';
import { AssetIdentifiers } from './identifiers.type.js';

/** What the world sees of identifiers that have been let through. */
export function toAssetIdentifiers(identifiers: IdentifiersRecord, handling: Handling): AssetIdentifiers {
  return Object.assign(new AssetIdentifiers(), { ...identifiers, serials: [...identifiers.serials], handling });
}
