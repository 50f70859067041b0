import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { Address } from '../address/address.type.js';
import { CoinJoinKindEnum } from '../coinjoin/coinjoin-kind.enum.js';
import type { CoinJoinKind } from '../coinjoin/coinjoin.js';
import { Tag } from '../tag/tag.type.js';
import { HAIRCUT_ARITHMETICS, type HaircutArithmetic } from './haircut.js';
import { TraceDirectionEnum } from './trace.inputs.js';
import { END_REASONS, type Direction, type EndReason } from './trace-question.js';
import type { ReadTrace } from './tracer.js';

export const HaircutArithmeticEnum: { readonly [Key in HaircutArithmetic]: Key } = enumObject(HAIRCUT_ARITHMETICS);
registerEnumType(HaircutArithmeticEnum, {
  name: 'HaircutArithmetic',
  description: "How haircut's shares were counted. In either way what is dealt out adds up to what came in.",
  valuesConfig: {
    FRACTIONS: { description: 'Exactly as the rule says.' },
    GRID: { description: 'In whole multiples of 2^-128 satoshi, because a denominator had more than 1,024 bits. Each share is off the rule by less than one multiple.' },
  },
});

export const TraceEndEnum: { readonly [Key in EndReason]: Key } = enumObject(END_REASONS);
registerEnumType(TraceEndEnum, {
  name: 'TraceEnd',
  description: 'Why a trace does not go on from a place.',
  valuesConfig: {
    SERVICE: { description: 'A tag that you may read says that the address belongs to a service. Whose money leaves it, only the service knows.' },
    UNSPENT: { description: 'Nothing in the ledger that is held spends it.' },
    UNKNOWN_ORIGIN: { description: 'It comes from a transaction that the ledger does not hold: nothing is known of it, which does not make it clean.' },
    UNNAMED: { description: 'Paid to a contract that was just created; the row does not say its account. Not on networks of outputs such as Bitcoin.' },
    MINED: { description: 'New coins.' },
    FEE: { description: 'Left to a miner.' },
    FLOOR: { description: 'It carries less than the floors that were given.' },
    WINDOW: { description: 'The next transaction lies outside of the time window.' },
    HOPS: { description: 'As many transactions after one another as were asked for.' },
    BUDGET: { description: 'The budget did not reach for the next transaction.' },
  },
});

@ObjectType({ description: 'How much of an amount is tainted, in satoshi, under each of three rules.' })
export class Taint {
  @Field(() => GraphQLDecimal, { description: 'By poison.' })
  poison!: string;

  @Field(() => String, { description: 'By haircut, exact: a fraction in lowest terms (`7500000000/3`), or a whole number.' })
  haircut!: string;

  @Field(() => GraphQLDecimal, { description: 'The same, rounded to six digits behind the point, half to even.' })
  haircutRounded!: string;

  @Field(() => GraphQLDecimal, { description: 'By FIFO.' })
  fifo!: string;
}

@ObjectType({ description: 'The three rules in words.' })
export class TaintRules {
  @Field(() => String, { description: 'Poison.' })
  poison!: string;

  @Field(() => String, { description: 'Haircut.' })
  haircut!: string;

  @Field(() => String, { description: 'First in, first out.' })
  fifo!: string;
}

@ObjectType({ description: 'What was asked, as it was understood.' })
export class TraceParameters {
  @Field(() => TraceDirectionEnum, { description: 'Which way.' })
  direction!: Direction;

  @Field(() => [String], { description: 'Where it begins: addresses, ids of transactions, or outputs as `id:number`.' })
  sources!: string[];

  @Field(() => Int, { description: 'Inputs and outputs that might be looked at.' })
  budget!: number;

  @Field(() => Int, { nullable: true, description: 'Most transactions after one another; null = any number.' })
  hops!: number | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Begin of the time window; null = none.' })
  from!: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'End of the time window; null = none.' })
  to!: Date | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Floor of the amount in satoshi; null = none.' })
  amountFloor!: string | null;

  @Field(() => String, { nullable: true, description: 'Floor of the share, as a fraction in lowest terms; null = none.' })
  shareFloor!: string | null;

  @Field(() => [String], { description: 'Addresses at which it goes on although tags say that they belong to a service.' })
  through!: string[];
}

@ObjectType({ description: 'On what a trace rests. Whoever asks with the same parameters over the same data version has the same answer.' })
export class TraceEvidence {
  @Field(() => CodedTerm, { description: 'Network (code list `ledgerNetwork`).' })
  network!: CodedTerm;

  @Field(() => Int, { nullable: true, description: 'Height of the highest block that is held; null while the ledger is empty. Blocks below it may be missing.' })
  height!: number | null;

  @Field(() => String, { description: 'SHA-256 of the public ledger and, behind a point, of the tags at which the trace stopped. No other tag plays a part.' })
  dataVersion!: string;

  @Field(() => TaintRules, { description: 'The rules in words.' })
  rules!: TaintRules;

  @Field(() => HaircutArithmeticEnum, { description: 'How haircut was counted.' })
  haircutArithmetic!: HaircutArithmetic;

  @Field(() => TraceParameters, { description: 'What was asked.' })
  parameters!: TraceParameters;
}

@ObjectType({ description: 'Where a trace stopped for one reason.' })
export class TraceStop {
  @Field(() => TraceEndEnum, { description: 'The reason.' })
  reason!: EndReason;

  @Field(() => Int, { description: 'At how many places: outputs, or transactions of which a fee was paid.' })
  places!: number;

  @Field(() => Taint, { description: 'What lies there.' })
  taint!: Taint;
}

@ObjectType({ description: 'An address at which a trace stopped because it belongs to a service.' })
export class TraceService {
  @Field(() => Address, { description: 'The address.' })
  address!: Address;

  @Field(() => [Tag], { description: 'The tags that you may read that say so: category, actor and operators stand in them.' })
  tags!: Tag[];

  @Field(() => Int, { description: 'How many outputs the trace left there.' })
  places!: number;

  @Field(() => Taint, { description: 'What lies there.' })
  taint!: Taint;
}

@ObjectType({ description: 'An output of which something is tainted.' })
export class TracedOutput {
  @Field(() => String, { description: 'Id of the transaction that made it.' })
  transaction!: string;

  @Field(() => Int, { description: 'Its number in that transaction, from 0.' })
  output!: number;

  @Field(() => Address, { nullable: true, description: 'Whose it is; null for outputs without an address.' })
  address!: Address | null;

  @Field(() => GraphQLDecimal, { description: 'The whole amount in satoshi.' })
  satoshi!: string;

  @Field(() => Int, { description: 'Transactions from the nearest source; 0 for a source.' })
  hop!: number;

  @Field(() => Taint, { description: 'How much of it is tainted.' })
  taint!: Taint;

  @Field(() => TraceEndEnum, { nullable: true, description: 'Why the trace does not go on from it; null where it does.' })
  end!: EndReason | null;
}

@ObjectType({ description: 'A transaction that a trace went through. Which input paid which output nobody can say beyond what the rules say.' })
export class TraceStep {
  @Field(() => String, { description: 'Id of the transaction.' })
  transaction!: string;

  @Field(() => Int, { description: 'Height of its block.' })
  height!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When its block was made, as the block says.' })
  time!: Date;

  @Field(() => Int, { description: 'Transactions from the nearest source, this one counted.' })
  hop!: number;

  @Field(() => [String], { description: 'Tainted outputs that it spends, as `id:number`.' })
  spent!: string[];

  @Field(() => [String], { description: 'Tainted outputs that it makes, as `id:number`.' })
  made!: string[];

  @Field(() => Taint, { description: 'What was left to the miner; nothing in a trace backward.' })
  fee!: Taint;

  @Field(() => GraphQLDecimal, { description: 'What else it spends and what can be followed to new coins, in satoshi; 0 in a trace backward, which does not ask.' })
  otherKnown!: string;

  @Field(() => GraphQLDecimal, { description: 'What else it spends of which the origin is not known, in satoshi: it may be tainted, too. 0 in a trace backward, which does not ask.' })
  otherUnknown!: string;

  @Field(() => CoinJoinKindEnum, { nullable: true, description: 'The kind of CoinJoin whose shape it has; null where it has none.' })
  coinJoin!: CoinJoinKind | null;
}

export const TracedOutputConnection = connectionType(TracedOutput, 'TracedOutput', 'tainted outputs');
export const TraceStepConnection = connectionType(TraceStep, 'TraceStep', 'steps of a trace');
export const TraceServiceConnection = connectionType(TraceService, 'TraceService', 'services at which a trace stopped');

@ObjectType({ description: 'Where money went or came from, under all three rules at once.' })
export class Trace {
  @Field(() => TraceEvidence, { description: 'On what it rests.' })
  evidence!: TraceEvidence;

  @Field(() => Taint, { description: 'What its sources put into it, beyond what reached them from other sources. Under haircut and FIFO the sums of `stopped` add up to this.' })
  injected!: Taint;

  @Field(() => Int, { description: 'Inputs and outputs that were looked at.' })
  edges!: number;

  @Field(() => [String], { description: 'Sources that the ledger does not hold.' })
  notFound!: string[];

  read!: ReadTrace;
}

@ObjectType({ description: 'The shortest path from an output of a source to an address.' })
export class TracePath {
  @Field(() => String, { description: 'The output at which it begins, as `id:number`.' })
  source!: string;

  @Field(() => Address, { description: 'The address at which it ends.' })
  target!: Address;

  @Field(() => [String], { description: 'Outputs on the way as `id:number`, that of the source first and that of the target last. Each is spent by the transaction that made the next.' })
  outputs!: string[];
}

export const TracePathConnection = connectionType(TracePath, 'TracePath', 'paths');

@ObjectType({ description: 'Paths from many places to many. A pair without a path in the ledger has none here, however likely it seems.' })
export class TracePaths {
  @Field(() => TraceEvidence, { description: 'On what it rests.' })
  evidence!: TraceEvidence;

  @Field(() => [String], { description: 'Addresses at which paths were to end.' })
  targets!: string[];

  @Field(() => [String], { description: 'Sources that the ledger does not hold.' })
  notFound!: string[];

  read!: ReadTrace;
}
