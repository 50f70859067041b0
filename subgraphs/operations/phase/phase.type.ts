import { Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { Period } from '../operation/period.type.js';

@ObjectType({ description: 'A phase of an operation; handled as the operation itself.' })
export class Phase {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => CodedTerm, { description: 'What it is for (code list `phaseKind`).' })
  kind!: CodedTerm;

  @Field(() => Period, { nullable: true, description: 'When; null = not stated.' })
  period!: Period | null;

  @Field(() => String, { nullable: true, description: 'A note; null = none.' })
  note!: string | null;
}
