import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, Receipt } from '../../../shared/graphql/outcomes.type.js';
import { Participation } from './participation.type.js';

@ObjectType({ description: 'The change is in the journal.' })
export class ParticipationAccepted {
  @Field(() => Participation, { nullable: true, description: 'The participation as you may read it now.' })
  participation!: Participation | null;

  @Field(() => Receipt, { nullable: true, description: 'Proof of the write; null when nothing was written because it had been before, or when it stands in the journal of another organisation.' })
  receipt!: Receipt | null;

  @Field(() => Boolean, { description: 'Whether the same had been entered before; nothing was written this time.' })
  repeated!: boolean;
}

export const ParticipationResult = createUnionType({
  name: 'ParticipationResult',
  description: 'What became of a change to a participation.',
  types: () => [ParticipationAccepted, InvalidInput, Forbidden, NotFound, Conflict] as const,
});
