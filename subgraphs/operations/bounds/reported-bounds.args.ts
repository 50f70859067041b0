import { ArgsType, Field } from 'type-graphql';
import { SubjectArgs } from '../figure/subject.args.js';
import { MOST_CHOSEN } from '../operation/chosen-operations.js';

@ArgsType()
export class ReportedBoundsArgs extends SubjectArgs {
  @Field(() => [String], { description: `Codes of the operations, at most ${String(MOST_CHOSEN)}.` })
  operations!: string[];
}
