import { codedTerm } from '../../../shared/reference/code-lists.js';
import type { UtxoSource } from '../graph/utxo-source.js';
import { LedgerEvidence } from './ledger-evidence.type.js';

export function toLedgerEvidence({ evidence: { network, height, dataVersion } }: UtxoSource): LedgerEvidence {
  return Object.assign(new LedgerEvidence(), { network: codedTerm('ledgerNetwork', network), height, ledgerVersion: dataVersion });
}
