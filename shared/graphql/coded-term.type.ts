import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A term of a versioned code list. Codes that the list does not know are kept as they came.' })
@Directive('@shareable')
export class CodedTerm {
  @Field(() => String, { description: 'Name of the code list.' })
  list!: string;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => String, { description: 'The term in English; the code itself where the list does not know it.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether the list knows the code.' })
  known!: boolean;
}
