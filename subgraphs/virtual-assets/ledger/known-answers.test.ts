import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Clusters } from '../cluster/clusters.js';
import type { UtxoGraph } from '../graph/utxo-graph.js';
import { readTestLedger, testFile } from '../testing/read-test-ledger.js';

interface KnownAnswers {
  readonly files: Readonly<Record<string, {
    readonly transactions: number; readonly spendLinks: number; readonly longestPathTx: number; readonly distinctAddresses: number; readonly inputAddresses: number;
    readonly multiInputClusters: number; readonly clusterSizesTop10: readonly number[]; readonly largestClusterMember: string;
    readonly totalInputSat: number; readonly totalOutputSat: number; readonly feeSat: number;
  }>>;
}

const { files } = JSON.parse(readFileSync(testFile('bitcoin/known_answers.json'), 'utf8')) as KnownAnswers;

/** Counted independently of this code, by another program; it knows no CoinJoins, so that its clusters go through them. */
describe.each(Object.entries(files))('the ledger of %s', (name, known) => {
  it('is counted as it was counted elsewhere', async () => {
    const { graph, findings } = await readTestLedger(name);
    expect(findings.kept).toEqual([]);
    expect(countsOf(graph)).toEqual({
      transactions: known.transactions, spendLinks: known.spendLinks, longestPathTx: known.longestPathTx, distinctAddresses: known.distinctAddresses, inputAddresses: known.inputAddresses,
      totalInputSat: known.totalInputSat, totalOutputSat: known.totalOutputSat, feeSat: known.feeSat,
    });
  });

  it('has the clusters that were found elsewhere, but for CoinJoins', async () => {
    const { graph } = await readTestLedger(name);
    const { sizes, largest } = clustersOf(graph);
    const apart = COIN_JOINS[name];
    expect(coinJoinsOf(graph)).toEqual(apart?.coinJoins ?? {});
    const expected = apart === undefined ? known.clusterSizesTop10 : known.clusterSizesTop10.filter((size) => size !== apart.joinedElsewhere);
    expect(sizes.slice(0, expected.length)).toEqual(expected);
    expect(sizes.filter((size) => size > 1)).toHaveLength(known.multiInputClusters - (apart === undefined ? 0 : 1));
    if (apart === undefined) expect(largest).toContain(known.largestClusterMember);
  });
});

/** By file: its CoinJoins, and the size of the cluster that joining their inputs made elsewhere. */
const COIN_JOINS: Readonly<Record<string, { readonly coinJoins: Readonly<Record<string, string>>; readonly joinedElsewhere: number }>> = {
  'btc_pattern_examples.jsonl': { coinJoins: { fb596c9f675471019c60e984b569f9020dac3b2822b16396042b50c890b45e5e: 'WASABI_2_0' }, joinedElsewhere: 327 },
  'case_coinjoin_whirlpool_2019.jsonl': { coinJoins: { '323df21f0b0756f98336437aa3d2fb87e02b59f1946b714a7b09df04d429dec2': 'WHIRLPOOL' }, joinedElsewhere: 5 },
};

function coinJoinsOf(graph: UtxoGraph): Record<string, string> {
  const found: Record<string, string> = {};
  for (let transaction = 0; transaction < graph.transactionCount; transaction += 1) {
    const kind = graph.coinJoin(transaction);
    if (kind !== null) found[graph.txid(transaction)] = kind;
  }
  return found;
}

function countsOf(graph: UtxoGraph): Partial<KnownAnswers['files'][string]> {
  let [links, longest, input, output, fee] = [0, 0, 0, 0, 0];
  const addresses = new Set<number>();
  const inputAddresses = new Set<number>();
  const depth: number[] = [];
  for (let t = 0; t < graph.transactionCount; t += 1) {
    let [spent, paid, deepest] = [0, 0, 0];
    for (let place = graph.inputStart(t); place < graph.inputEnd(t); place += 1) {
      const out = graph.spentAt(place);
      spent += graph.satoshi(out);
      const parent = graph.madeBy(out);
      if (parent !== -1) [links, deepest] = [links + 1, Math.max(deepest, depth[parent] ?? 0)];
      if (graph.addressOf(out) !== -1) { addresses.add(graph.addressOf(out)); inputAddresses.add(graph.addressOf(out)); }
    }
    for (let out = graph.outputStart(t); out < graph.outputEnd(t); out += 1) {
      paid += graph.satoshi(out);
      if (graph.addressOf(out) !== -1) addresses.add(graph.addressOf(out));
    }
    depth[t] = deepest + 1;
    [longest, input, output, fee] = [Math.max(longest, depth[t] ?? 0), input + spent, output + paid, fee + (graph.isCoinbase(t) ? 0 : spent - paid)];
  }
  expect(addresses.size).toBe(graph.addressCount);
  return { transactions: graph.transactionCount, spendLinks: links, longestPathTx: longest, distinctAddresses: addresses.size, inputAddresses: inputAddresses.size, totalInputSat: input, totalOutputSat: output, feeSat: fee };
}

/** Of addresses that spent something, as the known answers count them. */
function clustersOf(graph: UtxoGraph): { readonly sizes: number[]; readonly largest: readonly string[] } {
  const clusters = Clusters.of(graph);
  const byRoot = new Map<number, number>();
  for (let transaction = 0; transaction < graph.transactionCount; transaction += 1) {
    for (let place = graph.inputStart(transaction); place < graph.inputEnd(transaction); place += 1) {
      const address = graph.addressOf(graph.spentAt(place));
      if (address !== -1) byRoot.set(clusters.rootOf(address), clusters.of(address).size);
    }
  }
  const ranked = [...byRoot].sort(([, a], [, b]) => b - a);
  // Of clusters of one size, which is the largest is a matter of taste.
  const first = ranked.filter(([, size]) => size === ranked[0]?.[1]);
  return { sizes: ranked.map(([, size]) => size), largest: first.flatMap(([root]) => clusters.members(root, 10_000)) };
}
