import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { assertViewer } from '../../../shared/viewer/viewer.js';
import { changeHint } from '../cluster/change-hint.js';
import type { VirtualAssetsContext } from '../context.js';
import type { UtxoSource } from '../graph/utxo-source.js';
import { addressOfOutput } from '../ledger/address-of-output.js';
import type { BitcoinView } from '../ledger/bitcoin-ledger.js';
import { toLedgerEvidence } from '../ledger/ledger-evidence.view.js';
import { readTransactionId } from '../ledger/read-transaction-id.js';
import { BitcoinInput, BitcoinInputConnection, BitcoinOutput, BitcoinOutputConnection, BitcoinTransaction } from './bitcoin-transaction.type.js';

/** The ledger is public: every reader has the same answers. */
@Resolver(() => BitcoinTransaction)
export class BitcoinTransactionResolver {
  @Query(() => BitcoinTransaction, { nullable: true, description: 'A transaction of Bitcoin; null where the ledger does not hold it. What cannot be an id is BAD_USER_INPUT.' })
  async bitcoinTransaction(
    @Arg('txid', () => String, { description: 'Its id, 64 hexadecimal digits.' }) txid: string,
    @Ctx() { viewer, bitcoin }: VirtualAssetsContext,
  ): Promise<BitcoinTransaction | null> {
    assertViewer(viewer);
    const id = readTransactionId(txid, 'txid');
    const view = await bitcoin();
    const transaction = view.graph.findTransaction(id);
    return transaction === -1 ? null : toTransaction(view, transaction);
  }

  @FieldResolver(() => BitcoinInputConnection, { description: 'What it spends, in its order; empty for a coinbase.' })
  inputs(@Root() { view: { graph }, transaction }: BitcoinTransaction, @Args(() => PageArgs) { first, after }: PageArgs): ConnectionOf<BitcoinInput> {
    return pageOfPlaces(graph.inputStart(transaction), graph.inputEnd(transaction), first, after, (place) => toInput(graph, graph.spentAt(place)));
  }

  @FieldResolver(() => BitcoinOutputConnection, { description: 'What it pays, in its order.' })
  outputs(@Root() { view: { graph }, transaction }: BitcoinTransaction, @Args(() => PageArgs) { first, after }: PageArgs): ConnectionOf<BitcoinOutput> {
    return pageOfPlaces(graph.outputStart(transaction), graph.outputEnd(transaction), first, after, (output) => toOutput(graph, output));
  }
}

/** A cursor is the number of the item in its transaction: it stands for the same item in every version of the ledger. */
function pageOfPlaces<Node>(start: number, end: number, first: number | null | undefined, after: string | null | undefined, toNode: (place: number) => Node): ConnectionOf<Node> {
  const request = pageRequest(first, after, 1);
  const begin = start + (request.after === null ? 0 : Math.max(Number(request.after[0]) + 1 || 0, 0));
  const stop = Math.min(begin + request.first, end);
  const items = Array.from({ length: Math.max(stop - begin, 0) }, (_, index) => begin + index);
  return connectionOf({ items, hasNextPage: stop < end }, request, (place) => [place - start], toNode);
}

function toTransaction(view: BitcoinView, transaction: number): BitcoinTransaction {
  const { graph } = view;
  const isCoinbase = graph.isCoinbase(transaction);
  const hint = changeHint(graph, transaction);
  return Object.assign(new BitcoinTransaction(), {
    txid: graph.txid(transaction),
    height: graph.height(transaction),
    time: new Date(graph.time(transaction) * 1_000),
    isCoinbase,
    feeSatoshi: isCoinbase ? null : String(feeOf(graph, transaction)),
    isOriginKnown: graph.isOriginKnown(transaction),
    coinJoin: graph.coinJoin(transaction),
    changeHint: hint === null ? null : { output: hint.output - graph.outputStart(transaction), reason: hint.reason },
    evidence: toLedgerEvidence(graph),
    view,
    transaction,
  });
}

function feeOf(graph: UtxoSource, transaction: number): number {
  let fee = 0;
  for (let place = graph.inputStart(transaction); place < graph.inputEnd(transaction); place += 1) fee += graph.satoshi(graph.spentAt(place));
  for (let output = graph.outputStart(transaction); output < graph.outputEnd(transaction); output += 1) fee -= graph.satoshi(output);
  return fee;
}

function toInput(graph: UtxoSource, spent: number): BitcoinInput {
  const { txid, vout } = graph.outpoint(spent);
  return Object.assign(new BitcoinInput(), {
    transaction: txid, output: vout, address: addressOfOutput(graph, spent), satoshi: String(graph.satoshi(spent)), isOriginHeld: graph.madeBy(spent) !== -1,
  });
}

function toOutput(graph: UtxoSource, output: number): BitcoinOutput {
  const spender = graph.spentBy(output);
  return Object.assign(new BitcoinOutput(), {
    output: graph.outpoint(output).vout, address: addressOfOutput(graph, output), satoshi: String(graph.satoshi(output)), spentBy: spender === -1 ? null : graph.txid(spender),
  });
}
