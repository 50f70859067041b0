import { Field, InputType } from 'type-graphql';
import { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { recordBatchInput, type RecordBatchInput } from '../../../shared/record/batch.inputs.js';
import { RecordVersionInput } from '../../../shared/record/verbs.inputs.js';

@InputType({ description: 'Which tags.' })
export class TagFilter {
  @Field(() => String, { nullable: true, description: 'Network (code list `ledgerNetwork`).' })
  network?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole address. Upper and lower case of hexadecimal digits are one.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole hash of a transaction.' })
  transaction?: string | null;

  @Field(() => String, { nullable: true, description: 'Currency, as the sources state it (`BTC`, `USDT`).' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'Category (code list `dwvaEntity`).' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Abuse (code list `dwvaAbuse`).' })
  abuse?: string | null;

  @Field(() => String, { nullable: true, description: 'A concept among those of the tag (code lists `dwvaEntity` and `dwvaAbuse`).' })
  concept?: string | null;

  @Field(() => String, { nullable: true, description: 'Actor, as actor packs name it (`binance`).' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Confidence (code list `tagConfidence`).' })
  confidence?: string | null;

  @Field(() => String, { nullable: true, description: 'The collection from which it came (`miners.yaml`).' })
  pack?: string | null;

  @Field(() => String, { nullable: true, description: 'A part of the label.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the organisation that gave the tags, or `mine`: your own and those merged into it.' })
  originator?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether others released the tags to you, your organisation or its bureau for the purpose that you state now; false for all others.',
  })
  releasedToMe?: boolean | null;
}

@InputType({ description: 'A tag to record for your organisation: what a source says of one address or one transaction.' })
export class RecordTagInput {
  @Field(() => String, { description: "Your organisation's own reference. Sending the same again changes nothing." })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Code of the operation (`interpol/exercise-mosaic`) in which your organisation takes part; left out for none.' })
  operation?: string | null;

  @Field(() => String, { description: 'Network on which the address or transaction stands (code list `ledgerNetwork`).' })
  network!: string;

  @Field(() => String, { nullable: true, description: 'The address; either this or `transaction`. Check sums of Bitcoin and Ethereum are verified.' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Hash of the transaction; either this or `address`.' })
  transaction?: string | null;

  @Field(() => String, { nullable: true, description: 'Currency or token that the source speaks of (`BTC`, `USDT`).' })
  currency?: string | null;

  @Field(() => String, { description: 'What the source calls it.' })
  label!: string;

  @Field(() => String, { description: 'Where it is said: a web address, a publication, a case.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'How far it can be relied on (code list `tagConfidence`); left out where nobody said.' })
  confidence?: string | null;

  @Field(() => String, { nullable: true, description: 'When the source stated or last changed it: `2024-09-27`, or with a time behind it.' })
  lastModified?: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of entity or service it is (code list `dwvaEntity`).' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is abused for (code list `dwvaAbuse`).' })
  abuse?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Further concepts (code lists `dwvaEntity` and `dwvaAbuse`).' })
  concepts!: string[];

  @Field(() => String, { nullable: true, description: 'Who operates it, as actor packs name it (`binance`).' })
  actor?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it speaks for the whole cluster of the address; left out where nobody said.' })
  isClusterDefiner?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What else the source says.' })
  context?: string | null;

  @Field(() => String, { nullable: true, description: 'The collection from which it comes (`miners.yaml`).' })
  pack?: string | null;

  @Field(() => HandlingInput, { description: 'How the tag is to be handled.' })
  handling!: HandlingInput;
}

export const RecordTagsInput = recordBatchInput(RecordTagInput, 'RecordTagsInput', 'tags');
export type RecordTagsInput = RecordBatchInput<RecordTagInput>;

@InputType({ description: 'A correction of a tag. What is left out stays as it is; of what it says, its address or transaction alone never changes: retract it and record it anew.' })
export class CorrectTagInput extends RecordVersionInput {
  @Field(() => String, { nullable: true, description: 'Currency or token that the source speaks of; null clears it.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'What the source calls it.' })
  label?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is said.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'How far it can be relied on (code list `tagConfidence`); null clears it.' })
  confidence?: string | null;

  @Field(() => String, { nullable: true, description: 'When the source stated or last changed it; null clears it.' })
  lastModified?: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of entity or service (code list `dwvaEntity`); null clears it.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is abused for (code list `dwvaAbuse`); null clears it.' })
  abuse?: string | null;

  @Field(() => [String], { nullable: true, description: 'Further concepts; replaces the list.' })
  concepts?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Who operates it, as actor packs name it; null clears it.' })
  actor?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it speaks for the whole cluster of the address; null clears it.' })
  isClusterDefiner?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What else the source says; null clears it.' })
  context?: string | null;
}
