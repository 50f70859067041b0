import { Field, ID, InputType } from 'type-graphql';
import { HandlingInput, ReleaseInput } from '../graphql/handling.input.js';

@InputType({ description: 'Names a record in the version that you read.' })
export class RecordVersionInput {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field(() => String, { description: 'The version that you read.' })
  version!: string;
}

@InputType({ description: 'Another handling for a record. Its releases stay as they are.' })
export class RelabelInput extends RecordVersionInput {
  @Field(() => HandlingInput, { description: 'How the record is to be handled.' })
  handling!: HandlingInput;

  @Field(() => HandlingInput, { nullable: true, description: 'How its stricter part is to be handled; left out, as before.' })
  identityHandling?: HandlingInput | null;
}

@InputType({ description: 'A release of a record.' })
export class ReleaseRecordInput extends RecordVersionInput {
  @Field(() => ReleaseInput, { description: 'To whom, for what and until when.' })
  release!: ReleaseInput;
}

@InputType({ description: 'The end of a release before its time.' })
export class RecallInput {
  @Field(() => ID, { description: 'The record.' })
  id!: string;

  @Field(() => ID, { description: 'The release.' })
  releaseId!: string;
}
