import { ArgsType, Field, Int } from 'type-graphql';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION } from './connection.js';

/** Which page of a connection; `pageRequest` checks it. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: FIRST_DESCRIPTION })
  first?: number | null;

  @Field(() => String, { nullable: true, description: AFTER_DESCRIPTION })
  after?: string | null;
}
