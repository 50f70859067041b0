import { Field, ID, InputType } from 'type-graphql';
import { RecordVersionInput } from '../verbs.inputs.js';

@InputType({ description: 'Two records that may be one event: one of your organisation, in the version that you read, and one of another.' })
export class DoubleClaimInput extends RecordVersionInput {
  @Field(() => ID, { description: 'The record of the other organisation.' })
  other!: string;
}

@InputType({ description: 'Two records that are one event, and which of them counts.' })
export class CountedDoubleClaimInput extends DoubleClaimInput {
  @Field(() => ID, { description: 'The one of the two whose count and amount stand where each event counts once.' })
  counts!: string;
}
