import { Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';

@ObjectType({ description: 'A versioned list of the terms of the field.' })
export class CodeList {
  @Field(() => String, { description: 'Its name, as in `CodedTerm.list`.' })
  name!: string;

  @Field(() => String, { description: 'What it names.' })
  about!: string;

  @Field(() => String, { description: 'Version of the lists.' })
  version!: string;

  @Field(() => [CodedTerm], { description: 'Its terms.' })
  terms!: CodedTerm[];
}
