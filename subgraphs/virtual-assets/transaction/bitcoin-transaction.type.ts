import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { Address } from '../address/address.type.js';
import type { ChangeReason } from '../cluster/change-hint.js';
import { CoinJoinKindEnum } from '../coinjoin/coinjoin-kind.enum.js';
import type { CoinJoinKind } from '../coinjoin/coinjoin.js';
import type { BitcoinView } from '../ledger/bitcoin-ledger.js';
import { LedgerEvidence } from '../ledger/ledger-evidence.type.js';

export const CHANGE_REASONS = ['ONLY_NEW_ADDRESS', 'BACK_TO_SENDER'] as const satisfies readonly ChangeReason[];
export const ChangeReasonEnum: { readonly [Key in ChangeReason]: Key } = enumObject(CHANGE_REASONS);
registerEnumType(ChangeReasonEnum, {
  name: 'ChangeReason',
  description: 'Why an output may be change.',
  valuesConfig: {
    ONLY_NEW_ADDRESS: { description: 'It is the only output whose address had not been seen before.' },
    BACK_TO_SENDER: { description: 'It pays back to an address that the transaction spends from.' },
  },
});

@ObjectType({ description: 'An output that may go back to whoever paid. Never more than a hint: no cluster, trace or sum is made of it.' })
export class ChangeHint {
  @Field(() => Int, { description: 'Number of the output, from 0.' })
  output!: number;

  @Field(() => ChangeReasonEnum, { description: 'What points to it.' })
  reason!: ChangeReason;
}

@ObjectType({ description: 'An earlier output that a transaction spends.' })
export class BitcoinInput {
  @Field(() => String, { description: 'Id of the transaction that made it.' })
  transaction!: string;

  @Field(() => Int, { description: 'Its number in that transaction, from 0.' })
  output!: number;

  @Field(() => Address, { nullable: true, description: 'Whose it was; null for outputs without an address (bare multisig, non-standard).' })
  address!: Address | null;

  @Field(() => GraphQLDecimal, { description: 'Amount in satoshi.' })
  satoshi!: string;

  @Field(() => Boolean, { description: 'Whether the ledger holds the transaction that made it. Where it does not, nothing is known of where the money came from; that does not make it clean.' })
  isOriginHeld!: boolean;
}

@ObjectType({ description: 'What a transaction pays.' })
export class BitcoinOutput {
  @Field(() => Int, { description: 'Its number in the transaction, from 0.' })
  output!: number;

  @Field(() => Address, { nullable: true, description: 'To whom; null for outputs without an address (op_return, bare multisig, non-standard).' })
  address!: Address | null;

  @Field(() => GraphQLDecimal, { description: 'Amount in satoshi.' })
  satoshi!: string;

  @Field(() => String, { nullable: true, description: 'Id of the transaction that spends it; null where none of the ledger does.' })
  spentBy!: string | null;
}

export const BitcoinInputConnection = connectionType(BitcoinInput, 'BitcoinInput', 'inputs');
export const BitcoinOutputConnection = connectionType(BitcoinOutput, 'BitcoinOutput', 'outputs');

@ObjectType({ description: 'A transaction of the public ledger of Bitcoin.' })
export class BitcoinTransaction {
  @Field(() => String, { description: 'Its id, 64 hexadecimal digits in lower case.' })
  txid!: string;

  @Field(() => Int, { description: 'Height of its block.' })
  height!: number;

  @Field(() => GraphQLDateTimeISO, { description: 'When its block was made, as the block says.' })
  time!: Date;

  @Field(() => Boolean, { description: 'Whether it makes new coins and spends nothing.' })
  isCoinbase!: boolean;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'What it left to the miner, in satoshi; null for a coinbase.' })
  feeSatoshi!: string | null;

  @Field(() => Boolean, { description: 'Whether all that it spends can be followed to new coins within the ledger.' })
  isOriginKnown!: boolean;

  @Field(() => CoinJoinKindEnum, { nullable: true, description: 'The kind of CoinJoin whose shape it has; null where it has none.' })
  coinJoin!: CoinJoinKind | null;

  @Field(() => ChangeHint, { nullable: true, description: 'A guess at its change; null where nothing points to one output, in coinbases and in CoinJoins.' })
  changeHint!: ChangeHint | null;

  @Field(() => LedgerEvidence, { description: 'What the answer rests on.' })
  evidence!: LedgerEvidence;

  view!: BitcoinView;
  transaction!: number;
}
