import { Field, ID, InputType } from 'type-graphql';
import { GraphQLDay } from '../graphql/date.scalar.js';
import { HandlingInput } from '../graphql/handling.input.js';
import { RecordVersionInput } from './verbs.inputs.js';

/** Conditions that every list of actions knows. */
@InputType({ description: 'Which records.' })
export abstract class ActionFilter {
  @Field(() => ID, { nullable: true, description: 'The country in which it happened, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'First day, inclusive.' })
  dayFrom?: string | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'Last day, inclusive.' })
  dayTo?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the organisation that gave the records, or `mine`: your own and those merged into it.' })
  originator?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether others released the records to you, your organisation or its bureau for the purpose that you state now; false for all others.',
  })
  releasedToMe?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they were recorded in an exercise; left out, both.' })
  exercise?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they were recorded under an operation that you may see; left out, both.' })
  underOperation?: boolean | null;
}

/** What every action is recorded with. */
@InputType({ description: 'A record of an action.' })
export abstract class RecordActionInput {
  @Field(() => String, { description: "Your organisation's own reference. Sending the same again changes nothing." })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Code of the operation (`interpol/exercise-mosaic`) in which your organisation takes part; left out for none.' })
  operation?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the agency that acted; left out, your organisation.' })
  agency?: string | null;

  @Field(() => ID, { description: 'The country in which it happened, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => GraphQLDay, { description: 'The day on which it happened.' })
  day!: string;

  @Field(() => HandlingInput, { description: 'How the record is to be handled.' })
  handling!: HandlingInput;
}

/** What can be corrected in every action. */
@InputType({ description: 'A correction of a record. What is left out stays as it is.' })
export abstract class CorrectActionInput extends RecordVersionInput {
  @Field(() => ID, { nullable: true, description: 'The country in which it happened.' })
  country?: string | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'The day on which it happened.' })
  day?: string | null;
}
