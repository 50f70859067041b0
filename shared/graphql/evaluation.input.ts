import { Field, InputType } from 'type-graphql';

@InputType({ description: '4×4 evaluation of the source and of the information.' })
export class EvaluationInput {
  @Field(() => String, { description: 'Source: A, B, C or X.' })
  source!: string;

  @Field(() => String, { description: 'Information: 1, 2, 3 or 4.' })
  information!: string;
}
