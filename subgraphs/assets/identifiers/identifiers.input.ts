import { Field, InputType } from 'type-graphql';
import { PartInput } from '../../../shared/record/part.input.js';

@InputType({ description: 'By what an asset and its holder are recognised. Without a handling of its own it is handled as the record.' })
export class AssetIdentifiersInput extends PartInput {
  @Field(() => String, { nullable: true, description: 'Name of the holder.' })
  holder?: string | null;

  @Field(() => String, { nullable: true, description: 'Account number or IBAN.' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the wallet on its network.' })
  walletAddress?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Serial, chassis, IMEI or registration numbers.' })
  serials!: string[];
}
