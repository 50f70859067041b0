import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../graphql/coded-term.type.js';
import { TallyStatusEnum, type TallyStatus } from '../graphql/enums.js';
import { CountryReference } from '../graphql/references/country.reference.js';

@ObjectType({ description: 'How many of the counted records belong to one country.' })
@Directive('@shareable')
export class CountryTally {
  @Field(() => CountryReference, { description: 'The country.' })
  country!: CountryReference;

  @Field(() => Int, { description: 'Records.' })
  count!: number;
}

@ObjectType({ description: 'How many of the counted records carry one code.' })
@Directive('@shareable')
export class CodedTally {
  @Field(() => CodedTerm, { description: 'The term.' })
  term!: CodedTerm;

  @Field(() => Int, { description: 'Records.' })
  count!: number;
}

@ObjectType({
  description:
    'Records counted for you: exactly those that the list with the same filter shows you. Never mixed with reported figures.',
})
@Directive('@shareable')
export class Tally {
  @Field(() => TallyStatusEnum, { description: 'Whether there was anything to count.' })
  status!: TallyStatus;

  @Field(() => Int, { nullable: true, description: 'Records; null when nobody contributed one that you may read.' })
  count!: number | null;

  @Field(() => GraphQLDateTimeISO, { description: 'The instant of counting.' })
  asOf!: Date;

  @Field(() => [CountryTally], { description: 'By country, ordered by code. The rows add up to the count.' })
  byCountry!: CountryTally[];

  @Field(() => [CodedTally], { description: 'By the one code that every record carries: the principal crime type of arrests, the victim state of rescues. The rows add up to the count.' })
  byCode!: CodedTally[];
}
