import { Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { CodedTerm } from '../graphql/coded-term.type.js';
import { GraphQLDay } from '../graphql/date.scalar.js';
import { CountryReference } from '../graphql/references/country.reference.js';
import { TallyDimensionEnum, type TallyDimension } from './tally-dimension.js';

interface OperationNode {
  readonly ref: string;
}

export interface TallyKeyNode {
  dimension: TallyDimension;
  value: string | null;
  label: string;
  term: CodedTerm | null;
  country: CountryReference | null;
  operation: OperationNode | null;
}

export interface TallyRowNode {
  key: TallyKeyNode;
  count: number;
}

export interface TallyCellNode {
  row: TallyKeyNode;
  column: TallyKeyNode;
  count: number;
}

export interface OperationOverlapNode {
  first: OperationNode | null;
  second: OperationNode | null;
  from: string;
  to: string;
  crimeTypes: CodedTerm[];
}

export interface TallyTypes {
  readonly TallyKey: ClassType<TallyKeyNode>;
  readonly TallyRow: ClassType<TallyRowNode>;
  readonly TallyCell: ClassType<TallyCellNode>;
  readonly OperationOverlap: ClassType<OperationOverlapNode>;
}

/** Types of one subgraph: what they say of operations is that subgraph's own class of them. */
export function tallyTypes(Operation: ClassType<OperationNode>): TallyTypes {
  @ObjectType('TallyKey', { description: 'What a row or column of a tally is about.' })
  @Directive('@shareable')
  class TallyKey implements TallyKeyNode {
    @Field(() => TallyDimensionEnum, { description: 'By what the tally is broken down.' })
    dimension!: TallyDimension;

    @Field(() => String, { nullable: true, description: 'A code, or the month, quarter or year; null where it was not recorded, or under no operation that you may see.' })
    value!: string | null;

    @Field(() => String, { description: 'The same in words.' })
    label!: string;

    @Field(() => CodedTerm, { nullable: true, description: 'The term, where it is one of a code list.' })
    term!: CodedTerm | null;

    @Field(() => CountryReference, { nullable: true, description: 'The country, where it is one.' })
    country!: CountryReference | null;

    @Field(() => Operation, { nullable: true, description: 'The operation, where it is one that you may see.' })
    operation!: OperationNode | null;
  }

  @ObjectType('TallyRow', { description: 'How many of the counted records belong to one key.' })
  @Directive('@shareable')
  class TallyRow implements TallyRowNode {
    @Field(() => TallyKey, { description: 'What the row is about.' })
    key!: TallyKeyNode;

    @Field(() => Int, { description: 'Records.' })
    count!: number;
  }

  @ObjectType('TallyCell', { description: 'How many of the counted records belong to one row and one column. Pairs without a record have no cell.' })
  @Directive('@shareable')
  class TallyCell implements TallyCellNode {
    @Field(() => TallyKey, { description: 'Its row.' })
    row!: TallyKeyNode;

    @Field(() => TallyKey, { description: 'Its column.' })
    column!: TallyKeyNode;

    @Field(() => Int, { description: 'Records.' })
    count!: number;
  }

  @ObjectType('OperationOverlap', {
    description: 'Two operations that ran on the same days against the same crime type, so that one event may stand in both. A note to who adds them up: nothing was subtracted.',
  })
  @Directive('@shareable')
  class OperationOverlap implements OperationOverlapNode {
    @Field(() => Operation, { nullable: true, description: 'The one operation; null where you may not see it.' })
    first!: OperationNode | null;

    @Field(() => Operation, { nullable: true, description: 'The other; null where you may not see it.' })
    second!: OperationNode | null;

    @Field(() => GraphQLDay, { description: 'First day on which both ran, as far as their stated periods tell.' })
    from!: string;

    @Field(() => GraphQLDay, { description: 'Last day on which both ran.' })
    to!: string;

    @Field(() => [CodedTerm], { description: 'Crime types against which both went (code list `crimeType`).' })
    crimeTypes!: CodedTerm[];
  }
  return { TallyKey, TallyRow, TallyCell, OperationOverlap };
}
