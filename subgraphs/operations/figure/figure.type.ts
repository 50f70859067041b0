import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';
import { Source } from '../operation/operation.type.js';
import { CountryMention } from '../references/place.type.js';

@ObjectType({ description: 'What a figure said before it was corrected.' })
export class FigureRevision {
  @Field(() => GraphQLDecimal, { nullable: true, description: 'The value; null = not published.' })
  value!: string | null;

  @Field(() => CodedTerm, { description: 'How exact it was (code list `qualifier`).' })
  qualifier!: CodedTerm;

  @Field(() => String, { nullable: true, description: 'Its note; null = none.' })
  note!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'A statement of a source, not a count of records. The two never share a column.' })
export class ReportedFigure {
  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => CodedTerm, { description: 'What is measured (code list `measure`).' })
  measure!: CodedTerm;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'The value, money in major units; null = not published, which is never 0.' })
  value!: string | null;

  @Field(() => CodedTerm, { description: 'How exact it is (code list `qualifier`).' })
  qualifier!: CodedTerm;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Lower bound that follows from value and qualifier; null = not known.' })
  lower!: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Upper bound that follows from value and qualifier; null = not known.' })
  upper!: string | null;

  @Field(() => String, { nullable: true, description: 'For money: the currency code as stated.' })
  currencyCode!: string | null;

  @Field(() => CurrencyReference, { nullable: true, description: 'For money: the currency; null where ISO 4217 does not know the code.' })
  currency!: CurrencyReference | null;

  @Field(() => CodedTerm, { nullable: true, description: 'For money: what happened to it (code list `meaning`).' })
  meaning!: CodedTerm | null;

  @Field(() => CodedTerm, { nullable: true, description: 'For money: which assets (code list `assetClass`).' })
  assetClass!: CodedTerm | null;

  @Field(() => [CountryMention], { description: 'Empty = the whole operation; several = shared by them, to be added to none of them.' })
  countries!: CountryMention[];

  @Field(() => String, { nullable: true, description: 'A note; null = none.' })
  note!: string | null;

  @Field(() => Source, { nullable: true, description: 'Where it was stated; null = the reporter itself.' })
  source!: Source | null;

  @Field(() => AgencyReference, { nullable: true, description: 'Who reported it to the exchange; null where you may not see that organisation.' })
  reportedBy!: AgencyReference | null;

  @Field(() => [FigureRevision], { description: 'What it said before, oldest first.' })
  history!: FigureRevision[];

  @Field(() => Handling, { description: 'How it is handled.' })
  handling!: Handling;

  @Field(() => String, { description: 'Token of the version that you read; an edit must give it.' })
  version!: string;
}

export const ReportedFigureConnection = connectionType(ReportedFigure, 'ReportedFigure', 'reported figures');
