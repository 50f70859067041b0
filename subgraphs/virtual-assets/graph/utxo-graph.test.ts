import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BitcoinTransaction } from '../ledger/bitcoin-transaction.js';
import { ledgerOf, type ReadLedger } from '../testing/read-test-ledger.js';
import { chunkOfTold, told, testAddress, testTxid } from '../testing/transactions.js';

const [OLD, NEW] = ['0'.repeat(63) + '1', '0'.repeat(63) + '2'];

function ledger(...transactions: readonly BitcoinTransaction[]): ReadLedger {
  return ledgerOf([chunkOfTold(transactions)]);
}

function faults({ findings }: ReadLedger): string[] {
  return findings.kept.map(({ source, line, fault }) => `${source}:${line} ${fault}`);
}

/** Everything that a reader can ask of a ledger, by names instead of numbers. */
function describeLedger({ graph }: ReadLedger): unknown {
  return Array.from({ length: graph.transactionCount }, (_, transaction) => ({
    txid: graph.txid(transaction), height: graph.height(transaction), originKnown: graph.isOriginKnown(transaction),
    inputs: Array.from({ length: graph.inputEnd(transaction) - graph.inputStart(transaction) }, (__, index) => {
      const output = graph.spentAt(graph.inputStart(transaction) + index);
      return [graph.outpoint(output), graph.satoshi(output), graph.madeBy(output) === -1 ? 'unknown' : graph.txid(graph.madeBy(output))];
    }),
    outputs: Array.from({ length: graph.outputEnd(transaction) - graph.outputStart(transaction) }, (__, index) => {
      const output = graph.outputStart(transaction) + index;
      return [graph.address(graph.addressOf(output)), graph.satoshi(output), graph.spentBy(output) === -1 ? null : graph.txid(graph.spentBy(output))];
    }),
  }));
}

const MINED = told({ name: 'mined', height: 1, pays: [[1, 50]] });
const PAID = told({ name: 'paid', height: 2, spends: [['mined:0', 1, 50]], pays: [[2, 30], [1, 19]] });
const AGAIN = told({ name: 'again', height: 2, spends: [['paid:0', 2, 30]], pays: [[3, 30]] });

describe('the ledger of Bitcoin in memory', () => {
  it('leads from outputs to what spends them, and back', () => {
    const { graph } = ledger(MINED, PAID, AGAIN);
    const paid = graph.findTransaction(testTxid('paid'));
    const [first, second] = [graph.outputStart(paid), graph.outputStart(paid) + 1];
    expect([graph.txid(graph.spentBy(first)), graph.spentBy(second)]).toEqual([testTxid('again'), -1]);
    expect([...graph.outputsOf(graph.findAddress(testAddress(1)))].map((output) => graph.outpoint(output))).toEqual([{ txid: testTxid('mined'), vout: 0 }, { txid: testTxid('paid'), vout: 1 }]);
    expect([graph.findTransaction('00'.repeat(32)), graph.findTransaction('x'), graph.findAddress('nobody')]).toEqual([-1, -1, -1]);
    expect(graph.evidence.height).toBe(2);
  });

  it('is empty without rows', () => {
    const { graph } = ledgerOf([]);
    expect([graph.transactionCount, graph.evidence.height, graph.findTransaction('00'.repeat(32)), graph.findAddress('x')]).toEqual([0, null, -1, -1]);
  });

  it('marks what comes from outside, and all that hangs on it, as of unknown origin', () => {
    const read = ledger(MINED, told({ name: 'mixed', height: 2, spends: [['mined:0', 1, 50], ['elsewhere:3', 9, 5]], pays: [[2, 55]] }), told({ name: 'on', height: 3, spends: [['mixed:0', 2, 55]], pays: [[3, 55]] }));
    const known = ['mined', 'mixed', 'on'].map((name) => read.graph.isOriginKnown(read.graph.findTransaction(testTxid(name))));
    expect(known).toEqual([true, false, false]);
    const foreign = read.graph.spentAt(read.graph.inputStart(read.graph.findTransaction(testTxid('mixed'))) + 1);
    expect([read.graph.madeBy(foreign), read.graph.outpoint(foreign), read.graph.satoshi(foreign)]).toEqual([-1, { txid: testTxid('elsewhere'), vout: 3 }, 5]);
  });

  it('does not depend on the order of rows, of files, or on how often they come', () => {
    const rows = [MINED, PAID, AGAIN, told({ name: 'other', height: 2, spends: [['elsewhere:0', 4, 9], ['elsewhere:1', 5, 9]], pays: [[4, 18]] })];
    const expected = describeLedger(ledger(...rows));
    fc.assert(
      fc.property(fc.array(fc.shuffledSubarray(rows, { minLength: 1 }), { maxLength: 4 }), (files) => {
        const read = ledgerOf([...files.map((file) => chunkOfTold(file)), chunkOfTold(rows)]);
        expect(describeLedger(read)).toEqual(expected);
        expect(read.findings.count).toBe(0);
      }),
    );
  });

  it('counts rows that are given again', () => {
    expect(ledgerOf([chunkOfTold([MINED, PAID]), chunkOfTold([PAID, MINED])]).summary).toEqual({ transactions: 2, repeated: 2, orphaned: 0 });
  });

  it('replaces a block by another of its height, and drops what only the first held', () => {
    const [first, second] = [
      [told({ name: 'kept', height: 5, hash: OLD, pays: [[1, 50]] }), told({ name: 'lost', height: 5, hash: OLD, spends: [['elsewhere:0', 2, 9]], pays: [[3, 9]] })],
      [told({ name: 'kept', height: 5, hash: NEW, pays: [[1, 50]] }), told({ name: 'won', height: 5, hash: NEW, spends: [['elsewhere:0', 2, 9]], pays: [[4, 9]] })],
    ];
    const read = ledgerOf([chunkOfTold(first), chunkOfTold(second)]);
    expect(['kept', 'lost', 'won'].map((name) => read.graph.findTransaction(testTxid(name)) !== -1)).toEqual([true, false, true]);
    expect(read.summary).toEqual({ transactions: 2, repeated: 1, orphaned: 1 });
    // The same file again does not bring the orphaned block back.
    expect(describeLedger(ledgerOf([chunkOfTold(first), chunkOfTold(second), chunkOfTold(first)]))).toEqual(describeLedger(read));
    expect(read.findings.count).toBe(0);
  });

  it('reports a block that follows another than the one before it', () => {
    const [low, high] = [told({ name: 'low', height: 5, hash: OLD, pays: [[1, 50]] }), told({ name: 'high', height: 6, hash: NEW, pays: [[1, 50]] })];
    expect(faults(ledger(low, { ...high, block: { ...high.block, previousHash: 'f'.repeat(64) } }))).toEqual([`told:2 Block 6 (${NEW}) follows ${'f'.repeat(64)}, but at height 5 stands ${OLD}.`]);
    expect(faults(ledger(low, { ...high, block: { ...high.block, previousHash: OLD } }))).toEqual([]);
  });

  it('keeps the first of two transactions with one id', () => {
    const read = ledger(MINED, told({ name: 'mined', height: 1, pays: [[2, 50]] }));
    expect(faults(read)).toEqual([`told:2 Transaction ${testTxid('mined')} was given before with other inputs or outputs; the first stays.`]);
    expect(read.graph.findAddress(testAddress(2))).toBe(-1);
  });

  it.each([
    ['spends an output that is spent', told({ name: 'zz', height: 3, spends: [['paid:0', 2, 30]], pays: [[7, 30]] }), `spends output 0 of ${testTxid('paid')}, which ${testTxid('again')} has spent`],
    ['spends an output that does not exist', told({ name: 'zz', height: 3, spends: [['paid:9', 2, 30]], pays: [[7, 30]] }), `spends output 9 of ${testTxid('paid')}, which does not exist`],
    ['spends an output of a later block', told({ name: 'zz', height: 1, spends: [['paid:1', 1, 19]], pays: [[7, 19]] }), `spends output 1 of ${testTxid('paid')}, which a later block holds`],
    ['says more than the output holds', told({ name: 'zz', height: 3, spends: [['paid:1', 1, 1_000]], pays: [[7, 1_000]] }), `states another amount or address for output 1 of ${testTxid('paid')} than that output has`],
  ])('counts the origin as unknown where a transaction %s', (_, row, fault) => {
    const read = ledger(MINED, PAID, AGAIN, row);
    expect(faults(read)).toEqual([`told:4 Transaction ${testTxid('zz')} ${fault}; where this input comes from counts as unknown.`]);
    const { graph } = read;
    expect(graph.madeBy(graph.spentAt(graph.inputStart(graph.findTransaction(testTxid('zz')))))).toBe(-1);
  });

  it('reports a second spend of an output that it does not hold', () => {
    const read = ledger(told({ name: 'a', spends: [['elsewhere:0', 1, 5]], pays: [[2, 5]] }), told({ name: 'b', spends: [['elsewhere:0', 1, 5]], pays: [[3, 5]] }));
    expect(faults(read)).toEqual([`told:2 Transaction ${testTxid('b')} spends output 0 of ${testTxid('elsewhere')}, which another transaction has spent.`]);
  });

  it('leaves out transactions that spend in a circle', () => {
    const read = ledger(MINED, told({ name: 'a', spends: [['b:0', 2, 5]], pays: [[1, 5]] }), told({ name: 'b', spends: [['a:0', 1, 5]], pays: [[2, 5]] }), told({ name: 'c', spends: [['b:0', 2, 5]], pays: [[2, 5]] }));
    expect(faults(read).map((fault) => fault.slice(0, 29))).toEqual(['told:2 The transaction spends', 'told:3 The transaction spends', 'told:4 The transaction spends']);
    expect(read.summary.transactions).toBe(1);
  });
});
