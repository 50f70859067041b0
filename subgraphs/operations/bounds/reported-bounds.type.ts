import { Field, ObjectType } from 'type-graphql';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { ReportedFigure } from '../figure/figure.type.js';
import { FigureSubject } from '../figure/subject.type.js';
import { OperationLeftOut } from '../operation/left-out.type.js';
import { Operation } from '../operation/operation.type.js';

@ObjectType({ description: 'What was reported of one operation as a whole.' })
export class OperationBounds {
  @Field(() => Operation, { description: 'The operation.' })
  operation!: Operation;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Lower bound of its number; null = not known.' })
  lower!: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Upper bound of its number; null = not known.' })
  upper!: string | null;

  @Field(() => [ReportedFigure], { description: 'The figures for the whole operation from which the bounds follow.' })
  figures!: ReportedFigure[];
}

@ObjectType({
  description:
    'Two operations in whose figures one event may stand twice: their stated periods do not lie apart, and their stated crime types do not differ. What is not stated may be anything.',
})
export class PossibleOverlap {
  @Field(() => Operation, { description: 'The one.' })
  first!: Operation;

  @Field(() => Operation, { description: 'The other.' })
  second!: Operation;
}

@ObjectType({ description: 'To what the figures of several operations bound one number over all of them. Reported figures only, never mixed with counted records.' })
export class ReportedBounds {
  @Field(() => FigureSubject, { description: 'The number.' })
  subject!: FigureSubject;

  @Field(() => GraphQLDecimal, {
    nullable: true,
    description: 'At least so much in all. Of operations that hang together by possible overlaps only the largest lower bound counts, and these add up. Null where no lower bound is known.',
  })
  lower!: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'At most so much in all: the sum of the upper bounds. Null where one of them is not known.' })
  upper!: string | null;

  @Field(() => [OperationBounds], { description: 'The operations, by code.' })
  operations!: OperationBounds[];

  @Field(() => [PossibleOverlap], { description: 'Pairs in which one event may stand twice, by code.' })
  overlaps!: PossibleOverlap[];

  @Field(() => String, { description: 'The rule in words.' })
  rule!: string;

  @Field(() => [OperationLeftOut], { description: 'Operations that you named and that are not among them.' })
  leftOut!: OperationLeftOut[];
}
