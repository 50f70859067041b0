import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({ description: '4×4 evaluation of the source and of the information.' })
@Directive('@shareable')
export class Evaluation {
  @Field(() => String, { description: 'Source: A no doubt, B mostly reliable, C mostly unreliable, X cannot be assessed.' })
  source!: string;

  @Field(() => String, {
    description: 'Information: 1 not in doubt, 2 known to the source but not to the official, 3 corroborated, 4 cannot be corroborated.',
  })
  information!: string;
}
