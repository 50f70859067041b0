import { Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { Address } from '../address/address.type.js';

@ObjectType({ description: 'Under what a thing is registered.' })
export class AssetRegistration {
  @Field(() => CodedTerm, { description: 'Kind of registration (code list `registrationType`).' })
  type!: CodedTerm;

  @Field(() => CountryReference, { nullable: true, description: 'Country of the register; null when not recorded.' })
  country!: CountryReference | null;

  @Field(() => String, { description: 'Number or entry, as registered.' })
  number!: string;
}

@ObjectType({ description: 'By what an asset and its holder are recognised: the part of a record that its originator may handle more strictly.' })
export class AssetIdentifiers {
  @Field(() => String, { nullable: true, description: 'Name of the holder; null when not recorded.' })
  holder!: string | null;

  @Field(() => String, { nullable: true, description: 'Account number or IBAN; null when not recorded.' })
  account!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the wallet on its network; null when not recorded.' })
  walletAddress!: string | null;

  @Field(() => CodedTerm, { nullable: true, description: 'Network of the wallet (code list `network`); null where it is that of the value, or not recorded.' })
  walletNetwork!: CodedTerm | null;

  @Field(() => Address, { nullable: true, description: 'The address of the wallet, with what is said of it; null where no network is known, or where the address cannot be one of it.' })
  wallet!: Address | null;

  @Field(() => [String], { description: 'Serial numbers.' })
  serials!: string[];

  @Field(() => [AssetRegistration], { description: 'Number plates, chassis numbers, IMEIs, entries in a land register.' })
  registrations!: AssetRegistration[];

  @Field(() => Handling, { description: 'How this part is handled.' })
  handling!: Handling;
}
