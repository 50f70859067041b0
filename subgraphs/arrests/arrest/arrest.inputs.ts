import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumObject } from '../../../shared/graphql/enums.js';
import { EvaluationInput } from '../../../shared/graphql/evaluation.input.js';
import { ActionFilter, CorrectActionInput, RecordActionInput } from '../../../shared/record/action-record.inputs.js';
import { recordBatchInput, type RecordBatchInput } from '../../../shared/record/batch.inputs.js';
import { PersonIdentityInput } from '../person/person.input.js';

export const ARREST_ORDERS = ['DAY_DESC', 'DAY_ASC', 'SUSPECT_NAME_ASC'] as const;
export type ArrestOrder = (typeof ARREST_ORDERS)[number];
export const ArrestOrderEnum: { readonly [Key in ArrestOrder]: Key } = enumObject(ARREST_ORDERS);
registerEnumType(ArrestOrderEnum, {
  name: 'ArrestOrder',
  description: 'Order of a list of arrests.',
  valuesConfig: {
    DAY_DESC: { description: 'Latest day first.' },
    DAY_ASC: { description: 'Oldest day first.' },
    SUSPECT_NAME_ASC: { description: 'By the name of the suspect; arrests whose suspect you may not see come last, by id.' },
  },
});

@InputType({ description: 'Which arrests. A condition on the suspect holds only where you may see the suspect.' })
export class ArrestFilter extends ActionFilter {
  @Field(() => String, { nullable: true, description: 'Principal or further crime type (code list `crimeType`).' })
  crimeType?: string | null;

  @Field(() => String, { nullable: true, description: 'Principal crime type alone, by which tallies are broken down (code list `crimeType`).' })
  principalCrimeType?: string | null;

  @Field(() => String, { nullable: true, description: 'Role in the group (code list `role`).' })
  role?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a role was recorded; left out, both.' })
  roleRecorded?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The whole name, original name or an alias of the suspect.' })
  suspectName?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of an identity document of the suspect.' })
  documentNumber?: string | null;
}

@InputType({ description: 'An arrest to record for your organisation.' })
export class RecordArrestInput extends RecordActionInput {
  @Field(() => [ID], { defaultValue: [], description: 'Countries in which the offence was committed.' })
  countriesOfCommission!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Countries of the victims.' })
  countriesOfVictims!: string[];

  @Field(() => String, { description: 'Principal crime type (code list `crimeType`).' })
  crimeType!: string;

  @Field(() => [String], { defaultValue: [], description: 'Further crime types (code list `crimeType`).' })
  furtherCrimeTypes!: string[];

  @Field(() => [String], { defaultValue: [], description: 'Methods (code list `method`).' })
  methods!: string[];

  @Field(() => [String], { defaultValue: [], description: 'How the victims were contacted (code list `contactMode`).' })
  contactModes!: string[];

  @Field(() => String, { nullable: true, description: 'Role in the group (code list `role`).' })
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the criminal group to which the person belongs (`jp-ncb/crane`).' })
  group?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the cell in that group.' })
  cell?: string | null;

  @Field(() => EvaluationInput, { nullable: true, description: '4×4 evaluation.' })
  evaluation?: EvaluationInput | null;

  @Field(() => PersonIdentityInput, { nullable: true, description: 'Who was arrested.' })
  suspect?: PersonIdentityInput | null;
}

export const RecordArrestsInput = recordBatchInput(RecordArrestInput, 'RecordArrestsInput', 'arrests');
export type RecordArrestsInput = RecordBatchInput<RecordArrestInput>;

@InputType({ description: 'A correction of an arrest. What is left out stays as it is.' })
export class CorrectArrestInput extends CorrectActionInput {
  @Field(() => [ID], { nullable: true, description: 'Countries in which the offence was committed; replaces the list.' })
  countriesOfCommission?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Countries of the victims; replaces the list.' })
  countriesOfVictims?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Principal crime type (code list `crimeType`).' })
  crimeType?: string | null;

  @Field(() => [String], { nullable: true, description: 'Further crime types; replaces the list.' })
  furtherCrimeTypes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Methods (code list `method`); replaces the list.' })
  methods?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'How the victims were contacted (code list `contactMode`); replaces the list.' })
  contactModes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Role in the group (code list `role`); null clears it.' })
  role?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the criminal group; without a cell beside it, of no cell. Null clears both.' })
  group?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the cell in the group; null clears it.' })
  cell?: string | null;

  @Field(() => EvaluationInput, { nullable: true, description: '4×4 evaluation; null clears it.' })
  evaluation?: EvaluationInput | null;

  @Field(() => PersonIdentityInput, { nullable: true, description: 'The whole suspect anew; its handling stays as it is.' })
  suspect?: PersonIdentityInput | null;
}
