import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { Evaluation } from '../../../shared/graphql/evaluation.type.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { Release } from '../../../shared/graphql/release.type.js';

@ObjectType({ description: 'A cell of a criminal group. Groups share out their work like corporations.' })
export class CriminalCell {
  @Field(() => String, { description: 'Its code, unique in the group.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => CountryReference, { description: 'The country in which it works.' })
  country!: CountryReference;

  @Field(() => CodedTerm, { description: 'What it does for the group (code list `cellFunction`).' })
  function!: CodedTerm;
}

@ObjectType({ description: 'A criminal group against which an operation is directed, as one organisation describes it.' })
@Directive('@key(fields: "ref")')
export class CriminalGroup {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => String, { description: "The originator's own reference." })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Code by which records name it: originator and reference (`jp-ncb/crane`); null where you may not see the originator.' })
  code!: string | null;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => AgencyReference, { nullable: true, description: 'Who gave it and keeps control of it; null where you may not see that organisation.' })
  originator!: AgencyReference | null;

  @Field(() => [CodedTerm], { description: 'Crime types (code list `crimeType`).' })
  crimeTypes!: CodedTerm[];

  @Field(() => [CriminalCell], { description: 'Its cells, in the order of the originator.' })
  cells!: CriminalCell[];

  @Field(() => String, { nullable: true, description: 'A note; null = none.' })
  note!: string | null;

  @Field(() => Evaluation, { nullable: true, description: '4×4 evaluation; null when not recorded.' })
  evaluation!: Evaluation | null;

  @Field(() => Handling, { description: 'How the record is handled.' })
  handling!: Handling;

  @Field(() => [Release], { nullable: true, description: 'Its releases, for its originator; null for everybody else.' })
  releases!: Release[] | null;

  versionToken!: () => string;

  @Field(() => String, { description: 'Token of the version that you read; an edit must give it.' })
  get version(): string {
    return this.versionToken();
  }

  @Field(() => GraphQLDateTimeISO, { description: 'When it was recorded.' })
  recordedAt!: Date;

  /** The key of its operation, from which a resolver makes the reference. */
  operationRef!: string | null;
}

export const CriminalGroupConnection = connectionType(CriminalGroup, 'CriminalGroup', 'criminal groups');
