import { Field, Int, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';

@ObjectType({ description: 'How many members of a criminal group that you may read have one role in it.' })
export class RoleCount {
  @Field(() => CodedTerm, { nullable: true, description: 'Role in the group (code list `role`); null where none was recorded.' })
  role!: CodedTerm | null;

  @Field(() => Int, { description: 'Arrests.' })
  count!: number;
}
