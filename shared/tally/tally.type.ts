import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CodedTerm } from '../graphql/coded-term.type.js';
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
