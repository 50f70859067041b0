import { Clusters } from '../cluster/clusters.js';
import { buildUtxoColumns, type BuiltUtxoLedger } from '../graph/build-utxo-columns.js';
import { LedgerFindings } from '../graph/ledger-finding.js';
import { UtxoGraph } from '../graph/utxo-graph.js';
import type { UtxoSource } from '../graph/utxo-source.js';
import type { LedgerChunk } from './ledger-chunk.js';
import type { LedgerStore } from './ledger.store.js';
import { ledgerVersion } from './ledger-version.js';

/** The ledger of Bitcoin as it stood at one moment; it never changes. */
export interface BitcoinView {
  readonly graph: UtxoSource;
  readonly clusters: Clusters;
  readonly summary: BuiltUtxoLedger['summary'];
  /** What did not fit between rows that each make sense. */
  readonly findings: LedgerFindings;
}

interface Building {
  readonly state: string;
  readonly view: Promise<BitcoinView>;
}

/**
 * The stored ledger of Bitcoin, ready to be followed. It is built anew once what is stored has changed, by whatever
 * process; whoever asks meanwhile waits for that one build. The whole ledger is public, so nobody is asked who asks.
 */
export class BitcoinLedger {
  readonly #store: Pick<LedgerStore, 'chunks' | 'state'>;
  #latest: Building | null = null;

  constructor(store: Pick<LedgerStore, 'chunks' | 'state'>) {
    this.#store = store;
  }

  /** What was stored before the call. Throws what the store throws; the next call tries again. */
  async current(): Promise<BitcoinView> {
    const state = await this.#store.state('BITCOIN');
    if (this.#latest?.state !== state) {
      // Chunks that come between state and reading are taken along and make the next call build again: more work, no fault.
      const building: Building = { state, view: this.#build() };
      this.#latest = building;
      building.view.catch(() => {
        if (this.#latest === building) this.#latest = null;
      });
    }
    return this.#latest.view;
  }

  async #build(): Promise<BitcoinView> {
    const chunks: LedgerChunk[] = [];
    for await (const chunk of this.#store.chunks('BITCOIN')) chunks.push(chunk);
    const findings = new LedgerFindings();
    const { lengths, memory, summary } = buildUtxoColumns(chunks, findings);
    const graph = new UtxoGraph(lengths, memory, ledgerVersion(lengths, memory));
    return { graph, clusters: Clusters.of(graph), summary, findings };
  }
}
