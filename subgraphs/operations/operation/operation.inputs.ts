import { Field, ID, InputType, Int } from 'type-graphql';
import { HandlingInput } from '../../../shared/graphql/handling.input.js';
import { PhaseInput } from '../phase/phase.inputs.js';
import { ParticipationRoleEnum } from '../participation/participation.type.js';
import type { ParticipationRole } from '../../../shared/handling/may-read.js';

@InputType({ description: 'Which operations.' })
export class OperationFilter {
  @Field(() => String, { nullable: true, description: 'A part of the name or of the code.' })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'A coordinator: its code in the register or its name as published.' })
  coordinator?: string | null;

  @Field(() => Int, { nullable: true, description: 'A year that the period touches.' })
  year?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only operations whose period is not stated; false: only those whose period is.' })
  unknownPeriod?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A crime type (code list `crimeType`).' })
  crimeType?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only exercises; false: only real operations.' })
  exercise?: boolean | null;
}

@InputType({ description: 'A founding participant.' })
export class FoundingParticipantInput {
  @Field(() => String, { description: 'Code of the organisation.' })
  organisation!: string;

  @Field(() => ParticipationRoleEnum, { defaultValue: 'PARTICIPANT', description: 'As what.' })
  role!: ParticipationRole;
}

@InputType({ description: 'An operation to register for your coordinating body or bureau.' })
export class RegisterOperationInput {
  @Field(() => String, { description: 'Its name in the code, unique in your organisation: lower-case letters, digits and hyphens.' })
  reference!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is an exercise.' })
  exercise!: boolean;

  @Field(() => String, { nullable: true, description: 'Beginning: `2023`, `2023-09` or `2023-09-01`; left out, not stated.' })
  start?: string | null;

  @Field(() => String, { nullable: true, description: 'End, likewise.' })
  end?: string | null;

  @Field(() => [PhaseInput], { nullable: true, description: 'Its phases in their order; left out, none.' })
  phases?: PhaseInput[] | null;

  @Field(() => [String], { defaultValue: [], description: 'Crime types (code list `crimeType`).' })
  crimeTypes!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Countries that take part, ISO 3166-1 alpha-2: mentions, which grant nothing.' })
  mentions!: string[];

  @Field(() => HandlingInput, { description: 'How the operation itself is handled. Nobody reads a record under it who may not read this.' })
  handling!: HandlingInput;

  @Field(() => [FoundingParticipantInput], { defaultValue: [], description: 'Who takes part from the beginning.' })
  participants!: FoundingParticipantInput[];
}

@InputType({ description: 'Another handling for an operation.' })
export class RelabelOperationInput {
  @Field(() => ID, { description: 'The operation.' })
  id!: string;

  @Field(() => String, { description: 'The version that you read.' })
  version!: string;

  @Field(() => HandlingInput, { description: 'How it is to be handled.' })
  handling!: HandlingInput;
}
