import { Field, ID, InputType } from 'type-graphql';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { ActionFilter, CorrectActionInput, RecordActionInput } from '../../../shared/record/action-record.inputs.js';
import { recordBatchInput, type RecordBatchInput } from '../../../shared/record/batch.inputs.js';
import { dayOrderEnum } from '../../../shared/record/day-order-enum.js';
import { AssetIdentifiersInput } from '../identifiers/identifiers.input.js';
import { MoneyInput } from '../money/money.input.js';

export const AssetOrderEnum = dayOrderEnum('AssetOrder', 'assets');

@InputType({ description: 'Which assets. A condition on an identifier holds only where you may see the identifiers.' })
export class AssetFilter extends ActionFilter {
  @Field(() => String, { nullable: true, description: 'Kind of asset (code list `assetKind`).' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'A state in which a part of it stands (code list `custodyState`). A tally then sums these parts alone.' })
  custodyState?: string | null;

  @Field(() => ID, { nullable: true, description: 'Currency of the value, ISO 4217.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'Network of the value of a virtual asset (code list `network`).' })
  network?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole account number, as recorded.' })
  account?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole wallet address, as recorded.' })
  walletAddress?: string | null;
}

@InputType({ description: 'An asset to record for your organisation.' })
export class RecordAssetInput extends RecordActionInput {
  @Field(() => String, { description: 'Kind of asset (code list `assetKind`).' })
  kind!: string;

  @Field(() => GraphQLDecimal, { defaultValue: '1', description: 'How many or how much of it; more than zero.' })
  quantity!: string;

  @Field(() => MoneyInput, { nullable: true, description: 'Its value; left out where nobody stated one.' })
  value?: MoneyInput | null;

  @Field(() => String, {
    description: 'How it came into custody (code list `custodyState`): FROZEN accounts, virtual assets, real estate and land; INTERCEPTED money on its way; SEIZED things, cash and what was never frozen.',
  })
  custodyState!: string;

  @Field(() => AssetIdentifiersInput, { nullable: true, description: 'By what it and its holder are recognised.' })
  identifiers?: AssetIdentifiersInput | null;
}

export const RecordAssetsInput = recordBatchInput(RecordAssetInput, 'RecordAssetsInput', 'assets');
export type RecordAssetsInput = RecordBatchInput<RecordAssetInput>;

@InputType({ description: 'A correction of an asset. What is left out stays as it is. Its custody state only moves; its quantity and value stay while a move stands.' })
export class CorrectAssetInput extends CorrectActionInput {
  @Field(() => String, { nullable: true, description: 'Kind of asset (code list `assetKind`); one to which its whole custody chain is open.' })
  kind?: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'How many or how much of it; more than zero.' })
  quantity?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Its value; null clears it.' })
  value?: MoneyInput | null;

  @Field(() => AssetIdentifiersInput, { nullable: true, description: 'The whole identifiers anew; their handling stays as it is.' })
  identifiers?: AssetIdentifiersInput | null;
}
