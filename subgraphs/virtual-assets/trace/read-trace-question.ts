import { CodedError } from '../../../shared/errors/coded-error.js';
import type { Fraction } from '../../../shared/money/rational-sum.js';
import { MAX_SATOSHI } from '../ledger/bitcoin-transaction.js';
import { readBitcoinAddress } from '../ledger/read-bitcoin-address.js';
import { readTransactionId } from '../ledger/read-transaction-id.js';
import type { TraceLimits, TraceQuestion, TraceSource } from './trace-question.js';
import {
  DEFAULT_BUDGET, MOST_BUDGET, MOST_SOURCES, MOST_TARGETS, MOST_THROUGH, type PathsInput, type TraceInput, type TraceLimitsInput, type TraceSourceInput,
} from './trace.inputs.js';

/** More digits say nothing: the smallest share of all bitcoin that there will ever be has 16. */
const MOST_DIGITS = 20;

/** Throws BAD_USER_INPUT that names the field and the fix. */
export function readTraceQuestion({ network, direction, sources, limits, through }: TraceInput): TraceQuestion {
  assertNetwork(network);
  return { direction, sources: readSources(sources, 'input.sources'), limits: readLimits(limits ?? {}), through: readThrough(through) };
}

/** What is traced to find paths, and to which addresses. Throws BAD_USER_INPUT that names the field and the fix. */
export function readPathsQuestion({ network, from, to, limits, through }: PathsInput): { readonly question: TraceQuestion; readonly targets: readonly string[] } {
  assertNetwork(network);
  assertCount(to.length, 1, MOST_TARGETS, 'input.to');
  return {
    question: { direction: 'FORWARD', sources: readSources(from, 'input.from'), limits: readLimits(limits ?? {}), through: readThrough(through) },
    targets: to.map((address, index) => readBitcoinAddress(address, `input.to[${String(index)}]`)),
  };
}

function assertNetwork(network: string): void {
  if (network !== 'BITCOIN') refuse('input.network', 'only "BITCOIN" can be traced.');
}

function readSources(sources: readonly TraceSourceInput[], path: string): TraceSource[] {
  assertCount(sources.length, 1, MOST_SOURCES, path);
  return sources.map((source, index) => readSource(source, `${path}[${String(index)}]`));
}

function readSource({ address, transaction, output }: TraceSourceInput, path: string): TraceSource {
  const [isAddress, isTransaction, isOutput] = [isSaid(address), isSaid(transaction), isSaid(output)];
  if (isAddress === isTransaction) refuse(path, 'give either `address` or `transaction`.');
  if (isAddress) {
    if (isOutput) refuse(`${path}.output`, 'an output is one of a transaction: give `transaction`, not `address`.');
    return { kind: 'ADDRESS', address: readBitcoinAddress(address ?? '', `${path}.address`) };
  }
  const txid = readTransactionId(transaction ?? '', `${path}.transaction`);
  if (!isSaid(output)) return { kind: 'TRANSACTION', txid };
  if (output < 0) refuse(`${path}.output`, 'outputs are counted from 0.');
  return { kind: 'OUTPUT', txid, vout: output };
}

function readLimits({ budget, hops, from, to, amountFloor, shareFloor }: TraceLimitsInput): TraceLimits {
  const edges = budget ?? DEFAULT_BUDGET;
  if (edges < 1 || edges > MOST_BUDGET) refuse('input.limits.budget', `1 to ${String(MOST_BUDGET)} inputs and outputs can be looked at.`);
  if (isSaid(hops) && hops < 0) refuse('input.limits.hops', 'a number of transactions is 0 or more.');
  // Blocks tell their time in seconds.
  const [begin, end] = [isSaid(from) ? Math.ceil(from.getTime() / 1_000) : null, isSaid(to) ? Math.floor(to.getTime() / 1_000) : null];
  if (begin !== null && end !== null && begin > end) refuse('input.limits.from', 'it lies after `to`: exchange them.');
  return {
    budget: edges,
    hops: hops ?? null,
    from: begin,
    to: end,
    amountFloor: isSaid(amountFloor) ? readSatoshi(amountFloor, 'input.limits.amountFloor') : null,
    shareFloor: isSaid(shareFloor) ? readShare(shareFloor, 'input.limits.shareFloor') : null,
  };
}

function readThrough(addresses: readonly string[]): string[] {
  assertCount(addresses.length, 0, MOST_THROUGH, 'input.through');
  return addresses.map((address, index) => readBitcoinAddress(address, `input.through[${String(index)}]`));
}

function readSatoshi(text: string, path: string): bigint {
  if (!/^\d{1,16}$/.test(text) || BigInt(text) > MAX_SATOSHI) refuse(path, `a whole number of satoshi, 0 to ${String(MAX_SATOSHI)}; a bitcoin is 100000000.`);
  return BigInt(text);
}

function readShare(text: string, path: string): Fraction {
  const share = fractionOf(text);
  if (share === null || share.denominator === 0n || share.numerator === 0n || share.numerator > share.denominator) {
    refuse(path, `a share is above 0 and up to 1, written "1/100" or "0.01", with up to ${String(MOST_DIGITS)} digits.`);
  }
  return share;
}

function fractionOf(text: string): Fraction | null {
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (over !== undefined && under !== undefined) return Math.max(over.length, under.length) > MOST_DIGITS ? null : { numerator: BigInt(over), denominator: BigInt(under) };
  const [, whole, rest = ''] = /^([01])(?:\.(\d+))?$/.exec(text) ?? [];
  return whole === undefined || rest.length > MOST_DIGITS ? null : { numerator: BigInt(whole + rest), denominator: 10n ** BigInt(rest.length) };
}

function assertCount(count: number, least: number, most: number, path: string): void {
  if (count < least || count > most) refuse(path, `${String(least)} to ${String(most)} can be asked at once; these are ${String(count)}.`);
}

function isSaid<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function refuse(path: string, fix: string): never {
  throw new CodedError('BAD_USER_INPUT', `\`${path}\`: ${fix}`);
}
