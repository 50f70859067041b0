import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { DIRECTIONS, type Direction } from './trace-question.js';

/** Inputs and outputs that a trace looks at unless it is told otherwise, and at most. */
export const DEFAULT_BUDGET = 200_000;
export const MOST_BUDGET = 1_000_000;
export const MOST_SOURCES = 50;
export const MOST_THROUGH = 100;
export const MOST_TARGETS = 50;

export const TraceDirectionEnum: { readonly [Key in Direction]: Key } = enumObject(DIRECTIONS);
registerEnumType(TraceDirectionEnum, {
  name: 'TraceDirection',
  description: 'Which way money is followed.',
  valuesConfig: {
    FORWARD: { description: 'Where it went.' },
    BACKWARD: { description: 'Where it came from.' },
  },
});

@InputType({ description: 'Where a trace begins: either an address, or a transaction, or one output of a transaction.' })
export class TraceSourceInput {
  @Field(() => String, { nullable: true, description: 'An address: all that it received, within the time window of the limits.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Id of a transaction, 64 hexadecimal digits: all that it paid.' })
  transaction?: string | null;

  @Field(() => Int, { nullable: true, description: 'With `transaction`: number of its only output that is followed, from 0.' })
  output?: number | null;
}

@InputType({ description: 'How far a trace goes. There is no limit of depth unless one is given, but always a budget.' })
export class TraceLimitsInput {
  @Field(() => Int, { nullable: true, description: `Inputs and outputs that may be looked at, 1 to ${String(MOST_BUDGET)}; left out, ${String(DEFAULT_BUDGET)}.` })
  budget?: number | null;

  @Field(() => Int, { nullable: true, description: 'Transactions after one another, 0 or more; left out, any number.' })
  hops?: number | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Transactions of earlier blocks are not followed.' })
  from?: Date | null;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Transactions of later blocks are not followed.' })
  to?: Date | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'A whole number of satoshi: what carries less than this, by haircut and by FIFO, is not followed.' })
  amountFloor?: string | null;

  @Field(() => String, { nullable: true, description: 'A share of the whole output, above 0 and up to 1, as a fraction (`1/100`) or a decimal (`0.01`): what carries less, by haircut and by FIFO, is not followed.' })
  shareFloor?: string | null;
}

@InputType({ description: 'What is to be traced. The same question over the same data has the same answer, byte for byte.' })
export class TraceInput {
  @Field(() => String, { description: 'Network (code list `ledgerNetwork`): BITCOIN.' })
  network!: string;

  @Field(() => TraceDirectionEnum, { description: 'Which way.' })
  direction!: Direction;

  @Field(() => [TraceSourceInput], { description: `Where it begins, 1 to ${String(MOST_SOURCES)} places.` })
  sources!: TraceSourceInput[];

  @Field(() => TraceLimitsInput, { nullable: true, description: 'How far it goes; left out, as far as the budget that is usual.' })
  limits?: TraceLimitsInput | null;

  @Field(() => [String], { defaultValue: [], description: `Addresses at which it goes on although tags say that they belong to a service, up to ${String(MOST_THROUGH)}.` })
  through!: string[];
}

@InputType({ description: 'Which paths are sought.' })
export class PathsInput {
  @Field(() => String, { description: 'Network (code list `ledgerNetwork`): BITCOIN.' })
  network!: string;

  @Field(() => [TraceSourceInput], { description: `Where paths begin, 1 to ${String(MOST_SOURCES)} places.` })
  from!: TraceSourceInput[];

  @Field(() => [String], { description: `Addresses at which paths end, 1 to ${String(MOST_TARGETS)}.` })
  to!: string[];

  @Field(() => TraceLimitsInput, { nullable: true, description: 'How far they go; left out, as far as the budget that is usual.' })
  limits?: TraceLimitsInput | null;

  @Field(() => [String], { defaultValue: [], description: `Addresses at which they go on although tags say that they belong to a service, up to ${String(MOST_THROUGH)}.` })
  through!: string[];
}
