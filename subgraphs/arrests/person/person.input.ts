import { Field, ID, InputType } from 'type-graphql';
import { PartInput } from '../../../shared/record/part.input.js';

@InputType({ description: 'A document by which a person identified themselves.' })
export class IdentityDocumentInput {
  @Field(() => String, { description: 'Kind of document (code list `documentType`).' })
  type!: string;

  @Field(() => ID, { nullable: true, description: 'Issuing country, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { description: 'Number as printed.' })
  number!: string;
}

@InputType({ description: 'Who a person is. Without a handling of its own it is handled as the record.' })
export class PersonIdentityInput extends PartInput {
  @Field(() => String, { description: 'Name in Latin script.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in its original script.' })
  nameOriginal?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Other names in use.' })
  aliases!: string[];

  @Field(() => String, { nullable: true, description: 'Birth date (`1990-05-31`) or year (`1990`).' })
  birthDate?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Nationalities, ISO 3166-1 alpha-2.' })
  nationalities!: string[];

  @Field(() => [IdentityDocumentInput], { defaultValue: [], description: 'Identity documents.' })
  documents!: IdentityDocumentInput[];

  @Field(() => String, { nullable: true, description: 'Sex as recorded (ICAO 9303): F, M or X.' })
  sex?: string | null;
}
