import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionType } from '../../../shared/graphql/connection.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import type { ParticipationRole } from '../../../shared/handling/may-read.js';

export const ParticipationRoleEnum: { readonly [Key in ParticipationRole]: Key } = enumObject(['LEAD', 'PARTICIPANT', 'OBSERVER']);
registerEnumType(ParticipationRoleEnum, {
  name: 'ParticipationRole',
  description: 'As what an organisation takes part.',
  valuesConfig: {
    LEAD: { description: 'Leads the operation; its registrar may enter participations and figures.' },
    PARTICIPANT: { description: 'Takes part and reads AMBER records of the operation.' },
    OBSERVER: { description: 'Reads GREEN and CLEAR only.' },
  },
});

@ObjectType({ description: 'That an organisation takes part in an operation.' })
export class Participation {
  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => AgencyReference, { nullable: true, description: 'The organisation; null where you may not see it.' })
  organisation!: AgencyReference | null;

  @Field(() => ParticipationRoleEnum, { description: 'As what.' })
  role!: ParticipationRole;

  @Field(() => Boolean, { description: 'Whether it has taken part from the beginning; founding participants need no acceptance.' })
  founding!: boolean;

  @Field(() => GraphQLDateTimeISO, { description: 'Since when.' })
  joinedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when, exclusive; null while it lasts.' })
  endedAt!: Date | null;

  @Field(() => Handling, { description: 'How it is handled: as its operation.' })
  handling!: Handling;

  @Field(() => String, { description: 'Token of the version that you read; an edit must give it.' })
  version!: string;
}

export const ParticipationConnection = connectionType(Participation, 'Participation', 'participations');
