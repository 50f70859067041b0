import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { Phase } from '../phase/phase.type.js';
import { CountryMention } from '../references/place.type.js';
import { Period } from './period.type.js';

@ObjectType({ description: 'A publication that states something about an operation.' })
export class Source {
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Publisher.' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Date of publication in the precision stated; null = not stated.' })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Address; null = none.' })
  url!: string | null;

  @Field(() => [String], { description: 'What a further source states, in words.' })
  states!: string[];
}

@ObjectType({ description: 'How many countries took part, as reported.' })
export class CountryCount {
  @Field(() => Int, { nullable: true, description: 'The number; null = not published, which is not 0.' })
  value!: number | null;

  @Field(() => CodedTerm, { nullable: true, description: 'How exact it is (code list `qualifier`); null where there is no number.' })
  qualifier!: CodedTerm | null;

  @Field(() => Int, { description: 'Countries that the sources name.' })
  named!: number;

  @Field(() => Int, { description: 'Territories with a sub-bureau that the sources name; they are not countries of the number.' })
  namedTerritories!: number;

  @Field(() => Int, { nullable: true, description: 'Countries of the number that no source names; null where the number is not known exactly.' })
  notNamed!: number | null;
}

@ObjectType({ description: 'What sources say that disagrees. Shown, never resolved silently.' })
export class FigureConflict {
  @Field(() => CodedTerm, { description: 'What is measured (code list `measure`).' })
  measure!: CodedTerm;

  @Field(() => CountryMention, { nullable: true, description: 'For which country; null = the whole operation.' })
  country!: CountryMention | null;

  @Field(() => [GraphQLDecimal], { description: 'The values that stand side by side.' })
  values!: string[];

  @Field(() => String, { nullable: true, description: 'A note; null = none.' })
  note!: string | null;
}

@ObjectType({ description: 'An operation of police forces of several countries.' })
@Directive('@key(fields: "ref")')
export class Operation {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => String, { description: 'Code, unique in its coordinating body: `interpol/first-light-2024`.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is an exercise. Exercises are never summed with real operations.' })
  exercise!: boolean;

  @Field(() => AgencyReference, { nullable: true, description: 'The coordinating body, originator of this record; null where you may not see it.' })
  coordinator!: AgencyReference | null;

  @Field(() => [String], { description: 'All coordinators by name, in the order of the source; for a registered operation its coordinating body, where you may see it.' })
  coordinatorsAsPublished!: string[];

  @Field(() => Period, { nullable: true, description: 'When; null = not stated.' })
  period!: Period | null;

  @Field(() => [Phase], { description: 'Its phases, in the order of the coordinating body; none where it has not stated any.' })
  phases!: Phase[];

  @Field(() => [CodedTerm], { description: 'Crime types (code list `crimeType`).' })
  crimeTypes!: CodedTerm[];

  @Field(() => CountryCount, { description: 'How many countries took part, as reported.' })
  countryCount!: CountryCount;

  @Field(() => [CountryMention], { description: 'Countries and territories that the sources name.' })
  mentions!: CountryMention[];

  @Field(() => [FigureConflict], { description: 'Where sources disagree.' })
  conflicts!: FigureConflict[];

  @Field(() => [Source], { description: 'The sources; the principal one first.' })
  sources!: Source[];

  @Field(() => String, { nullable: true, description: 'How sure the collector was, in words; null = not stated.' })
  confidence!: string | null;

  @Field(() => Handling, { description: 'How the record is handled.' })
  handling!: Handling;

  @Field(() => String, { description: 'Token of the version that you read; an edit must give it.' })
  version!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When this version was recorded.' })
  recordedAt!: Date;
}

export const OperationConnection = connectionType(Operation, 'Operation', 'operations');
