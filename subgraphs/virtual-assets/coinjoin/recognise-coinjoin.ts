import type { CoinJoinKind, ShapeAmount, TransactionShape } from './coinjoin.js';
import { couldBePaidBy } from './could-be-paid-by.js';
import { WASABI_2_DENOMINATIONS } from './wasabi-denominations.js';

/**
 * Says whether a transaction has the shape of a CoinJoin, and of which software. The rules are those that the field
 * publishes, each narrowed by what its look-alikes (payout batches, consolidations of exchanges) do not do:
 *
 * - nopara73, *Dumplings* (github.com/nopara73/Dumplings, `Scanner.cs`, `Constants.cs`): first blocks, pools, Wasabi rules;
 * - Stütz, Stockinger, Moreno-Sanchez, Haslhofer, Maffei, "Adoption and Actual Privacy of Decentralized CoinJoin
 *   Implementations in Bitcoin", AFT 2022 (arXiv 2109.10229): the rules that GraphSense applies, and the names Wasabi 1.0 and 1.1;
 * - Kalodner et al., *BlockSci* (`tx_identification.cpp`): participants of JoinMarket, and that each of them must be able to pay;
 * - Copexit, *am-i-exposed* (`coinjoin-detectors.ts`): labelled examples.
 *
 * A shape proves nothing: two strangers can build it by accident. It is used to keep clusters apart, where a CoinJoin
 * that is not seen joins strangers, and one that is seen wrongly only leaves a cluster in two parts.
 */
export function recogniseCoinJoin(shape: TransactionShape, isCoordinator: (owner: ShapeAmount['owner']) => boolean = (owner) => WASABI_COORDINATORS.has(owner)): CoinJoinKind | null {
  const { inputs, outputs } = shape;
  if (inputs.length < 2 || outputs.length < 3 || distinctOwners(inputs) < 2) return null;
  const equal = mostFrequent(outputs);
  if (equal.count < 2) return null;
  if (isWhirlpool(shape)) return 'WHIRLPOOL';
  if (isWasabi2(shape)) return 'WASABI_2_0';
  if (isWasabi10(shape, equal, isCoordinator)) return 'WASABI_1_0';
  if (isWasabi11(shape, equal)) return 'WASABI_1_1';
  return isJoinMarket(shape, equal) ? 'JOINMARKET' : null;
}

interface EqualOutputs {
  readonly satoshi: number;
  readonly count: number;
}

/** Heights at which the software was announced (Dumplings, `Constants.cs`). */
const FIRST_BLOCK = { joinMarket: 338_000, wasabi1: 530_500, whirlpool: 570_000, wasabi11: 610_000, wasabi2: 741_213, manyCoordinators: 846_000 } as const;

/** Of the pools 0.0005, 0.001, 0.01, 0.05, 0.25 and 0.5 bitcoin; the first and the fifth belong to the successor of 2025. */
const WHIRLPOOL_POOLS: ReadonlySet<number> = new Set([50_000, 100_000, 1_000_000, 5_000_000, 25_000_000, 50_000_000]);
/** What a new entrant may bring above the pool's amount for the miner. */
const WHIRLPOOL_FEE = 110_000;

/** As many inputs as outputs, five to ten; every output is the pool's amount; at least one input comes from the pool, the others bring a little more. */
function isWhirlpool({ height, inputs, outputs }: TransactionShape): boolean {
  const pool = outputs[0]?.satoshi ?? 0;
  return (
    height >= FIRST_BLOCK.whirlpool && WHIRLPOOL_POOLS.has(pool) &&
    inputs.length === outputs.length && inputs.length >= 5 && inputs.length <= 10 &&
    outputs.every(({ satoshi, scriptType }) => satoshi === pool && scriptType === 'p2wpkh') &&
    inputs.every(({ satoshi }) => satoshi >= pool && satoshi <= pool + WHIRLPOOL_FEE) &&
    inputs.some(({ satoshi }) => satoshi === pool) &&
    distinctOwners(outputs) === outputs.length
  );
}

/**
 * Inputs and outputs in descending order, more than four in five outputs of a standard amount. The coordinator of the
 * makers asked for 50 inputs; it closed on 1 June 2024, and those that came after it make do with fewer.
 */
function isWasabi2({ height, inputs, outputs }: TransactionShape): boolean {
  if (height < FIRST_BLOCK.wasabi2 || inputs.length < (height < FIRST_BLOCK.manyCoordinators ? 50 : 10)) return false;
  const standard = outputs.filter(({ satoshi }) => WASABI_2_DENOMINATIONS.has(satoshi)).length;
  return standard > outputs.length * 0.8 && inputs.every(isSegwitKey) && outputs.every(isSegwitKey) && isDescending(inputs) && isDescending(outputs);
}

/** Where the coordinator of Wasabi 1.0 was paid. */
export const WASABI_COORDINATORS: ReadonlySet<number | string | null> = new Set(['bc1qs604c7jv6amk4cxqlnvuxv26hv3e48cds4m0ew', 'bc1qa24tsgchvuxsaccp8vrnkfd85hrcpafg20kmjw']);

/** The coordinator was paid at one of two fixed addresses. */
function isWasabi10({ height, outputs }: TransactionShape, equal: EqualOutputs, isCoordinator: (owner: ShapeAmount['owner']) => boolean): boolean {
  return height >= FIRST_BLOCK.wasabi1 && height < FIRST_BLOCK.wasabi11 && equal.count > 2 && outputs.some(({ owner }) => isCoordinator(owner));
}

const WASABI_BASE = { satoshi: 10_000_000, within: 2_000_000 } as const;

/** About 0.1 bitcoin ten times or more, with as many inputs, and change and the coordinator's share beside them. */
function isWasabi11({ height, inputs, outputs }: TransactionShape, equal: EqualOutputs): boolean {
  return (
    height >= FIRST_BLOCK.wasabi1 && equal.count >= 10 && inputs.length >= equal.count &&
    Math.abs(equal.satoshi - WASABI_BASE.satoshi) <= WASABI_BASE.within &&
    inputs.every(({ scriptType }) => scriptType === 'p2wpkh') && outputs.every(({ scriptType }) => scriptType === 'p2wpkh') &&
    distinctOwners(inputs) >= equal.count && uniqueAmounts(outputs) >= 2
  );
}

/** Amounts that mark coloured coins and token protocols, not CoinJoins (BlockSci). */
const DUST: ReadonlySet<number> = new Set([546, 2_730]);
/** Rounds of JoinMarket have a dozen participants; above, dealing out the coins would only cost time. */
const JOINMARKET_MOST_INPUTS = 400;
/** What a participant may lose to the miner and, as taker, to the others: the larger of both (BlockSci's `isPossibleCoinjoin` and JoinMarket's defaults). */
const JOINMARKET_FEE = { least: 100_000, perThousand: 10 } as const;

/**
 * Each participant has one of the equal outputs and, all but at most one of them, one of change. There are as many
 * distinct owners on both sides as participants, and the inputs can be dealt out so that each pays for its own.
 */
function isJoinMarket({ height, inputs, outputs }: TransactionShape, equal: EqualOutputs): boolean {
  const participants = Math.ceil(outputs.length / 2);
  if (height < FIRST_BLOCK.joinMarket || inputs.length > JOINMARKET_MOST_INPUTS || equal.count !== participants || DUST.has(equal.satoshi)) return false;
  if (outputs.some(({ owner }) => owner === null)) return false;
  const spent = new Map<number | string | null, number>();
  for (const { owner, satoshi } of inputs) spent.set(owner, (spent.get(owner) ?? 0) + satoshi);
  if (spent.size < participants || distinctOwners(outputs) !== outputs.length) return false;
  if (outputs.some(({ owner }) => spent.has(owner))) return false;
  // Three outputs are what every payment of one amount to two people looks like, and two people who give the same.
  if (participants === 2 && outputs.length === 3) return false;
  const change = outputs.filter(({ satoshi }) => satoshi !== equal.satoshi).map(({ satoshi }) => satoshi);
  const fee = Math.max(JOINMARKET_FEE.least, Math.floor((equal.satoshi * JOINMARKET_FEE.perThousand) / 1_000));
  const due = Array.from({ length: participants }, (_, index) => Math.max(0, equal.satoshi + (change[index] ?? 0) - fee));
  return couldBePaidBy([...spent.values()], due);
}

function mostFrequent(outputs: readonly ShapeAmount[]): EqualOutputs {
  const counts = countAmounts(outputs);
  let equal: EqualOutputs = { satoshi: 0, count: 0 };
  for (const [satoshi, count] of counts) if (count > equal.count) equal = { satoshi, count };
  return equal;
}

function uniqueAmounts(outputs: readonly ShapeAmount[]): number {
  return [...countAmounts(outputs).values()].filter((count) => count === 1).length;
}

function countAmounts(outputs: readonly ShapeAmount[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { satoshi } of outputs) if (satoshi > 0) counts.set(satoshi, (counts.get(satoshi) ?? 0) + 1);
  return counts;
}

function distinctOwners(amounts: readonly ShapeAmount[]): number {
  return new Set(amounts.map(({ owner }) => owner)).size;
}

function isSegwitKey({ scriptType }: ShapeAmount): boolean {
  return scriptType === 'p2wpkh' || scriptType === 'p2tr';
}

function isDescending(amounts: readonly ShapeAmount[]): boolean {
  return amounts.every(({ satoshi }, index) => index === 0 || satoshi <= (amounts[index - 1]?.satoshi ?? 0));
}
