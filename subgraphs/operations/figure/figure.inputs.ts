import { Field, ID, InputType } from 'type-graphql';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { HandlingInput } from '../../../shared/graphql/handling.input.js';

@InputType({ description: 'The publication in which a figure stands.' })
export class SourceInput {
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Publisher.' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Date of publication: `2024`, `2024-06` or `2024-06-27`.' })
  date?: string | null;

  @Field(() => String, { nullable: true, description: 'Address (http or https).' })
  url?: string | null;
}

@InputType({ description: 'A figure to report for an operation.' })
export class ReportFigureInput {
  @Field(() => String, { description: "Your organisation's own reference. Sending the same again changes nothing." })
  reference!: string;

  @Field(() => String, { description: 'Code of the operation.' })
  operation!: string;

  @Field(() => String, { description: 'What is measured (code list `measure`).' })
  measure!: string;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'The value, money in major units; null = not published, which is never 0.' })
  value?: string | null;

  @Field(() => String, { description: 'How exact it is (code list `qualifier`).' })
  qualifier!: string;

  @Field(() => ID, { nullable: true, description: 'For money: ISO 4217 code.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'For money: what happened to it (code list `meaning`).' })
  meaning?: string | null;

  @Field(() => String, { nullable: true, description: 'For money: which assets (code list `assetClass`).' })
  assetClass?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Empty for the whole operation; several when they share it.' })
  countries!: string[];

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => SourceInput, { nullable: true, description: 'Where it was stated; left out, your organisation itself.' })
  source?: SourceInput | null;

  @Field(() => HandlingInput, { description: 'How it is handled.' })
  handling!: HandlingInput;
}

@InputType({ description: 'What a figure is to say now. What it said before stays in its history.' })
export class CorrectFigureInput {
  @Field(() => ID, { description: 'The figure.' })
  id!: string;

  @Field(() => String, { description: 'The version that you read.' })
  version!: string;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'The value; null = not published.' })
  value?: string | null;

  @Field(() => String, { description: 'How exact it is (code list `qualifier`).' })
  qualifier!: string;

  @Field(() => String, { nullable: true, description: 'A note; left out or null, none.' })
  note?: string | null;
}
