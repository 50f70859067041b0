import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { ReportedFigure } from '../figure/figure.type.js';
import { FigureSubject } from '../figure/subject.type.js';
import { OperationLeftOut } from '../operation/left-out.type.js';
import { Operation } from '../operation/operation.type.js';
import { RANKING_REASONS, type RankingReason } from './rank-operations.js';

/** How many of the operations that stand in the way of a place are named. */
export const MOST_OBSTACLES = 20;

export const RANKING_OUTCOMES = ['DECIDED', 'NOT_DECIDABLE'] as const;
export type RankingOutcome = (typeof RANKING_OUTCOMES)[number];

export const RankingOutcomeEnum: { readonly [Key in RankingOutcome]: Key } = enumObject(RANKING_OUTCOMES);
registerEnumType(RankingOutcomeEnum, {
  name: 'RankingOutcome',
  description: 'Whether a place can be told.',
  valuesConfig: {
    DECIDED: { description: 'Every other operation is certainly larger or certainly not larger.' },
    NOT_DECIDABLE: { description: 'It cannot be told; `reason` and `obstacles` say why.' },
  },
});

export const RankingReasonEnum: { readonly [Key in RankingReason]: Key } = enumObject(RANKING_REASONS);
registerEnumType(RankingReasonEnum, {
  name: 'RankingReason',
  description: 'Why a place cannot be told.',
  valuesConfig: {
    NOT_REPORTED: { description: 'Nothing was reported for the whole operation that you may read: not known, which is not 0.' },
    NO_BOUNDS: { description: 'What was reported bounds the number on no side: about, as stated, preliminary, or figures that contradict each other.' },
    PERIOD_NOT_STATED: { description: 'Its stated period does not tell whether it reaches the date asked for.' },
    BOUNDS_OVERLAP: { description: 'Its bounds and those of the other leave either of them the larger.' },
  },
});

@ObjectType({ description: 'An operation that stands in the way of telling the place of another.' })
export class RankingObstacle {
  @Field(() => Operation, { description: 'The operation.' })
  operation!: Operation;

  @Field(() => RankingReasonEnum, { description: 'Why it does.' })
  reason!: RankingReason;
}

@ObjectType({ description: 'What can be told of the place of one operation.' })
export class RankedOperation {
  @Field(() => Operation, { description: 'The operation.' })
  operation!: Operation;

  @Field(() => RankingOutcomeEnum, { description: 'Whether its place can be told.' })
  outcome!: RankingOutcome;

  @Field(() => Int, { nullable: true, description: 'Its place: one more than the operations that are larger, so that equal numbers share a place. Null where it cannot be told.' })
  place!: number | null;

  @Field(() => Int, { description: 'The best place that it can have.' })
  bestPlace!: number;

  @Field(() => Int, { description: 'The worst place that it can have.' })
  worstPlace!: number;

  @Field(() => [Operation], { description: 'Operations whose number is certainly the same.' })
  tiedWith!: Operation[];

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Lower bound of its number; null = not known.' })
  lower!: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Upper bound of its number; null = not known.' })
  upper!: string | null;

  @Field(() => [ReportedFigure], { description: 'The figures for the whole operation from which the bounds follow.' })
  figures!: ReportedFigure[];

  @Field(() => RankingReasonEnum, { nullable: true, description: 'Why its place cannot be told; null where it can.' })
  reason!: RankingReason | null;

  @Field(() => Int, { description: 'How many operations stand in the way.' })
  obstacleCount!: number;

  @Field(() => [RankingObstacle], { description: `The operations that may be larger and may not be, by code; the first ${String(MOST_OBSTACLES)}.` })
  obstacles!: RankingObstacle[];
}

@ObjectType({ description: 'Operations by one reported number, as far as their bounds tell. Reported figures only, never mixed with counted records.' })
export class OperationRanking {
  @Field(() => FigureSubject, { description: 'By what they are ranked.' })
  subject!: FigureSubject;

  @Field(() => Boolean, { description: 'Whether exercises are ranked; they never are together with real operations.' })
  exercise!: boolean;

  @Field(() => GraphQLDay, { nullable: true, description: 'Only operations that reach this day; null = all.' })
  since!: string | null;

  @Field(() => String, { description: 'The rule in words.' })
  rule!: string;

  @Field(() => Int, { description: 'How many operations that you may read are ranked.' })
  ranked!: number;

  @Field(() => [RankedOperation], { description: 'The largest lower bound first, the unknown last: an order for reading, which decides no place.' })
  entries!: RankedOperation[];

  @Field(() => [OperationLeftOut], { description: 'Operations that you named and that are not ranked.' })
  leftOut!: OperationLeftOut[];
}
