import { ArgsType, Field } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

export const AS_OF_DESCRIPTION = 'Counts what stood at that instant; left out, at present. Who may see it is always decided as of now.';

/** Of which instant a tally is. */
@ArgsType()
export class AsOfArgs {
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: AS_OF_DESCRIPTION })
  asOf?: Date | null;
}

/** Over which operations a tally is, and of which instant. */
@ArgsType()
export class ChosenOperationsArgs extends AsOfArgs {
  @Field(() => [String], { nullable: true, description: 'Codes of operations (`interpol/first-light-2024`); left out, records of every operation and of none. A code that you may not read counts for nothing.' })
  operations?: string[] | null;
}
