import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A phase of an operation.' })
export class PhaseInput {
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => String, { description: 'What it is for (code list `phaseKind`).' })
  kind!: string;

  @Field(() => String, { nullable: true, description: 'Beginning: `2023`, `2023-09` or `2023-09-01`; left out, not stated.' })
  start?: string | null;

  @Field(() => String, { nullable: true, description: 'End, likewise.' })
  end?: string | null;

  @Field(() => String, { nullable: true, description: 'A note.' })
  note?: string | null;
}

@InputType({ description: 'The phases of an operation as they are to stand now.' })
export class CorrectPhasesInput {
  @Field(() => ID, { description: 'The operation.' })
  id!: string;

  @Field(() => String, { description: 'The version that you read.' })
  version!: string;

  @Field(() => [PhaseInput], { description: 'All phases in their order: the list replaces the one that stood before.' })
  phases!: PhaseInput[];
}
