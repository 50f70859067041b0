import { Field, ID, InputType } from 'type-graphql';
import { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { recordBatchInput, type RecordBatchInput } from '../../../shared/record/batch.inputs.js';
import { RecordVersionInput } from '../../../shared/record/verbs.inputs.js';

@InputType({ description: 'Which exchange operators.' })
export class ExchangeOperatorFilter {
  @Field(() => String, { nullable: true, description: 'A part of the name, the actor or a web address.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Actor, as tags name it (`binance`).' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'A category among its own (code list `dwvaEntity`).' })
  category?: string | null;

  @Field(() => ID, { nullable: true, description: 'A jurisdiction among its own, ISO 3166-1 alpha-2.' })
  jurisdiction?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the organisation that gave the entries, or `mine`: your own and those merged into it.' })
  originator?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether others released the entries to you, your organisation or its bureau for the purpose that you state now; false for all others.',
  })
  releasedToMe?: boolean | null;
}

@InputType({ description: 'An exchange operator to record for your organisation.' })
export class RecordExchangeOperatorInput {
  @Field(() => String, { description: "Your organisation's own reference, the second part of its code. Sending the same again changes nothing." })
  reference!: string;

  @Field(() => String, { description: 'Actor, by which tags name it (`binance`).' })
  actor!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [String], { defaultValue: [], description: 'What it operates (code lists `dwvaEntity` and `dwvaAbuse`).' })
  categories!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Jurisdictions, ISO 3166-1 alpha-2.' })
  jurisdictions!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Web addresses.' })
  webAddresses!: string[];

  @Field(() => String, { nullable: true, description: 'What else is known of it.' })
  context?: string | null;

  @Field(() => String, { nullable: true, description: 'The collection from which it comes.' })
  pack?: string | null;

  @Field(() => HandlingInput, { description: 'How the entry is to be handled.' })
  handling!: HandlingInput;
}

export const RecordExchangeOperatorsInput = recordBatchInput(RecordExchangeOperatorInput, 'RecordExchangeOperatorsInput', 'exchange operators');
export type RecordExchangeOperatorsInput = RecordBatchInput<RecordExchangeOperatorInput>;

@InputType({ description: 'A correction of an exchange operator. What is left out stays as it is.' })
export class CorrectExchangeOperatorInput extends RecordVersionInput {
  @Field(() => String, { nullable: true, description: 'Actor, by which tags name it.' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'What it operates; replaces the list.' })
  categories?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Jurisdictions; replaces the list.' })
  jurisdictions?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Web addresses; replaces the list.' })
  webAddresses?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What else is known of it; null clears it.' })
  context?: string | null;
}
