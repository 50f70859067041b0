import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from './coded-term.type.js';

@ObjectType({ description: 'A release of a record by its originator.' })
@Directive('@shareable')
export class Release {
  @Field(() => ID, { description: 'Names the release when it is recalled.' })
  id!: string;

  @Field(() => String, { description: 'To whom, in words.' })
  to!: string;

  @Field(() => CodedTerm, { description: 'For which purpose (code list `purpose`).' })
  purpose!: CodedTerm;

  @Field(() => GraphQLDateTimeISO, { description: 'Until when.' })
  until!: Date;

  @Field(() => Boolean, { description: 'Whether it was recalled.' })
  recalled!: boolean;
}
