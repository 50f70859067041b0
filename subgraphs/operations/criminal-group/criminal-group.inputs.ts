import { Field, ID, InputType } from 'type-graphql';
import { EvaluationInput } from '../../../shared/graphql/evaluation.input.js';
import { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { RecordVersionInput } from '../../../shared/record/verbs.inputs.js';

@InputType({ description: 'A cell of a criminal group: what it does for the group, and where.' })
export class CriminalCellInput {
  @Field(() => String, { description: 'Its code, unique in the group.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => ID, { description: 'The country in which it works, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => String, { description: 'What it does for the group (code list `cellFunction`).' })
  function!: string;
}

@InputType({ description: 'A criminal group to record for your organisation.' })
export class RecordCriminalGroupInput {
  @Field(() => String, { description: "Your organisation's own reference, the second part of its code. Sending the same again changes nothing." })
  reference!: string;

  @Field(() => String, { description: 'Code of the operation (`interpol/exercise-mosaic`) in which your organisation takes part or which it coordinates.' })
  operation!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [String], { defaultValue: [], description: 'Crime types (code list `crimeType`).' })
  crimeTypes!: string[];

  @Field(() => [CriminalCellInput], { defaultValue: [], description: 'Its cells.' })
  cells!: CriminalCellInput[];

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;

  @Field(() => EvaluationInput, { nullable: true, description: '4×4 evaluation.' })
  evaluation?: EvaluationInput | null;

  @Field(() => HandlingInput, { description: 'How it is handled. Nobody is shown a membership in it who may not read it.' })
  handling!: HandlingInput;
}

@InputType({ description: 'A correction of a criminal group. What is left out stays as it is.' })
export class CorrectCriminalGroupInput extends RecordVersionInput {
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Crime types; replaces the list.' })
  crimeTypes?: string[] | null;

  @Field(() => [CriminalCellInput], { nullable: true, description: 'All its cells; replaces the list. Members of a cell that is left out stay members of the group.' })
  cells?: CriminalCellInput[] | null;

  @Field(() => String, { nullable: true, description: 'A note; null clears it.' })
  note?: string | null;

  @Field(() => EvaluationInput, { nullable: true, description: '4×4 evaluation.' })
  evaluation?: EvaluationInput | null;
}
