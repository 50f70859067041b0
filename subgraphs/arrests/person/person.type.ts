import { Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';

@ObjectType({ description: 'A document by which a person identified themselves.' })
export class IdentityDocument {
  @Field(() => CodedTerm, { description: 'Kind of document (code list `documentType`).' })
  type!: CodedTerm;

  @Field(() => CountryReference, { nullable: true, description: 'Issuing country; null when not recorded.' })
  country!: CountryReference | null;

  @Field(() => String, { description: 'Number as printed.' })
  number!: string;
}

@ObjectType({ description: 'Who a person is: the part of a record that its originator may handle more strictly.' })
export class PersonIdentity {
  @Field(() => String, { description: 'Name in Latin script.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in its original script; null when not recorded.' })
  nameOriginal!: string | null;

  @Field(() => [String], { description: 'Other names in use.' })
  aliases!: string[];

  @Field(() => String, { nullable: true, description: 'Birth date (`1990-05-31`) or year (`1990`); null when not recorded.' })
  birthDate!: string | null;

  @Field(() => [CountryReference], { description: 'Nationalities.' })
  nationalities!: CountryReference[];

  @Field(() => [IdentityDocument], { description: 'Identity documents.' })
  documents!: IdentityDocument[];

  @Field(() => String, { nullable: true, description: 'Sex as recorded (ICAO 9303: F, M, X); null when not recorded.' })
  sex!: string | null;

  @Field(() => Handling, { description: 'How this part is handled.' })
  handling!: Handling;
}
