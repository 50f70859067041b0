import { Field, ID, InputType } from 'type-graphql';
import { PartInput } from '../../../shared/record/part.input.js';

@InputType({ description: 'Under what a thing is registered.' })
export class AssetRegistrationInput {
  @Field(() => String, { description: 'Kind of registration (code list `registrationType`).' })
  type!: string;

  @Field(() => ID, { nullable: true, description: 'Country of the register, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, { description: 'Number or entry, as registered.' })
  number!: string;
}

@InputType({ description: 'By what an asset and its holder are recognised. Without a handling of its own it is handled as the record.' })
export class AssetIdentifiersInput extends PartInput {
  @Field(() => String, { nullable: true, description: 'Name of the holder.' })
  holder?: string | null;

  @Field(() => String, { nullable: true, description: 'Account number or IBAN. What looks like an IBAN must be one.' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the wallet on its network.' })
  walletAddress?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Network of the wallet (code list `network`), which its address must fit; left out, that of the value. Without either the address is kept unchecked.',
  })
  walletNetwork?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Serial numbers.' })
  serials!: string[];

  @Field(() => [AssetRegistrationInput], { nullable: true, description: 'Number plates, chassis numbers, IMEIs, entries in a land register.' })
  registrations?: AssetRegistrationInput[] | null;
}
