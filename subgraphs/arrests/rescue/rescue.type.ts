import { Directive, Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { ActionRecordFields } from '../../../shared/record/action-record.type.js';
import { PersonIdentity } from '../person/person.type.js';
import { OperationStub } from '../references/operation.stub.js';

@ObjectType({ description: 'One person whom an action found and brought to safety.' })
@Directive('@key(fields: "id")')
export class Rescue extends ActionRecordFields {
  @Field(() => OperationStub, { nullable: true, description: 'The operation under which the person was found; null when there is none that you may see.' })
  operation!: OperationStub | null;

  @Field(() => CodedTerm, { description: 'State of the victim (code list `victimState`).' })
  victimState!: CodedTerm;

  /** Id of an arrest, which is shown as the field `arrest` or not at all. */
  arrestId!: string | null;

  @Field(() => PersonIdentity, { nullable: true, description: 'Who was rescued; null when withheld (see `withheld`) or not recorded.' })
  person!: PersonIdentity | null;
}

export const RescueConnection = connectionType(Rescue, 'Rescue', 'rescues');
