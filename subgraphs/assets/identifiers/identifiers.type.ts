import { Field, ObjectType } from 'type-graphql';
import { Handling } from '../../../shared/graphql/handling.type.js';

@ObjectType({ description: 'By what an asset and its holder are recognised: the part of a record that its originator may handle more strictly.' })
export class AssetIdentifiers {
  @Field(() => String, { nullable: true, description: 'Name of the holder; null when not recorded.' })
  holder!: string | null;

  @Field(() => String, { nullable: true, description: 'Account number or IBAN; null when not recorded.' })
  account!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the wallet on its network; null when not recorded.' })
  walletAddress!: string | null;

  @Field(() => [String], { description: 'Serial, chassis, IMEI or registration numbers.' })
  serials!: string[];

  @Field(() => Handling, { description: 'How this part is handled.' })
  handling!: Handling;
}
