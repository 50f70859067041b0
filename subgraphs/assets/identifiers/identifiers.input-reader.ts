import type { InputIssues } from '../../../shared/record/input-issues.js';
import type { AssetIdentifiersInput } from './identifiers.input.js';
import type { IdentifiersRecord } from './identifiers.record.js';

/** A seizure of many things of one kind is one record. */
const MOST_SERIALS = 100;

export function identifiersFromInput({ holder, account, walletAddress, serials }: AssetIdentifiersInput, path: string, issues: InputIssues): IdentifiersRecord {
  for (const [field, value] of Object.entries({ holder, account, walletAddress })) {
    if (value !== null && value !== undefined) issues.text(`${path}.${field}`, value);
  }
  issues.texts(`${path}.serials`, serials, MOST_SERIALS);
  if (!holder && !account && !walletAddress && serials.length === 0) issues.add(path, 'Name at least one identifier, or leave the part out.');
  return { holder: holder ?? null, account: account ?? null, walletAddress: walletAddress ?? null, serials: [...serials] };
}
