import { Directive, Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { Evaluation } from '../../../shared/graphql/evaluation.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { ActionRecordFields } from '../../../shared/record/action-record.type.js';
import { GroupMembership } from '../criminal-group/group-membership.type.js';
import { OperationStub } from '../references/operation.stub.js';
import { PersonIdentity } from '../person/person.type.js';

@ObjectType({ description: 'One arrest that an agency contributed.' })
@Directive('@key(fields: "id")')
export class Arrest extends ActionRecordFields {
  @Field(() => OperationStub, { nullable: true, description: 'The operation under which it was made; null when there is none that you may see.' })
  operation!: OperationStub | null;

  @Field(() => [CountryReference], { description: 'Countries in which the offence was committed.' })
  countriesOfCommission!: CountryReference[];

  @Field(() => [CountryReference], { description: 'Countries of the victims.' })
  countriesOfVictims!: CountryReference[];

  @Field(() => CodedTerm, { description: 'Principal crime type (code list `crimeType`).' })
  crimeType!: CodedTerm;

  @Field(() => [CodedTerm], { description: 'Further crime types (code list `crimeType`).' })
  furtherCrimeTypes!: CodedTerm[];

  @Field(() => [CodedTerm], { description: 'Methods (code list `method`).' })
  methods!: CodedTerm[];

  @Field(() => [CodedTerm], { description: 'How the victims were contacted (code list `contactMode`).' })
  contactModes!: CodedTerm[];

  @Field(() => CodedTerm, { nullable: true, description: 'Role in the group (code list `role`); null when not recorded.' })
  role!: CodedTerm | null;

  @Field(() => GroupMembership, { nullable: true, description: 'The criminal group to which the arrested person belongs; null when there is none that you may read.' })
  groupMembership!: GroupMembership | null;

  @Field(() => Evaluation, { nullable: true, description: '4×4 evaluation; null when not recorded.' })
  evaluation!: Evaluation | null;

  @Field(() => PersonIdentity, { nullable: true, description: 'Who was arrested; null when withheld (see `withheld`) or not recorded.' })
  suspect!: PersonIdentity | null;
}

export const ArrestConnection = connectionType(Arrest, 'Arrest', 'arrests');
