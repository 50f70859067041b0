import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { enumObject } from '../../../shared/graphql/enums.js';
import type { ParticipationRole } from '../../../shared/handling/may-read.js';
import { ParticipationRoleEnum } from './participation.type.js';

export const PARTICIPATION_DECISIONS = ['ACCEPTED', 'REFUSED'] as const;
export type ParticipationDecision = (typeof PARTICIPATION_DECISIONS)[number];
export const ParticipationDecisionEnum: { readonly [Key in ParticipationDecision]: Key } = enumObject(PARTICIPATION_DECISIONS);
registerEnumType(ParticipationDecisionEnum, {
  name: 'ParticipationDecision',
  description: 'What an originator answers about a later participation.',
  valuesConfig: {
    ACCEPTED: { description: 'It reaches AMBER records of your organisation at once.' },
    REFUSED: { description: 'It does not reach them.' },
  },
});

@InputType({ description: 'An organisation that joins an operation.' })
export class AddParticipationInput {
  @Field(() => String, { description: 'Code of the operation.' })
  operation!: string;

  @Field(() => String, { description: 'Code of the organisation.' })
  organisation!: string;

  @Field(() => ParticipationRoleEnum, { defaultValue: 'PARTICIPANT', description: 'As what.' })
  role!: ParticipationRole;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when, not in the past; left out, now.' })
  joinedAt?: Date | null;
}

@InputType({ description: 'The end of a participation.' })
export class EndParticipationInput {
  @Field(() => ID, { description: 'The participation.' })
  id!: string;

  @Field(() => String, { description: 'The version that you read.' })
  version!: string;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When it ends, not in the past; left out, now.' })
  endedAt?: Date | null;
}

@InputType({ description: "Your organisation's answer about a later participation." })
export class DecideParticipationInput {
  @Field(() => ID, { description: 'The participation.' })
  id!: string;

  @Field(() => ParticipationDecisionEnum, { description: 'The answer. It may be changed later.' })
  decision!: ParticipationDecision;
}
