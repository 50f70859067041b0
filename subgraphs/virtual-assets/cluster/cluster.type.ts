import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumObject } from '../../../shared/graphql/enums.js';
import { Address } from '../address/address.type.js';
import type { BitcoinView } from '../ledger/bitcoin-ledger.js';
import { LedgerEvidence } from '../ledger/ledger-evidence.type.js';

@ObjectType({ description: 'Addresses that one owner controls, as far as the public ledger shows it.' })
export class Cluster {
  @Field(() => ID, { description: 'Its smallest address by code points, whatever was read first. It changes when clusters turn out to be one.' })
  id!: string;

  @Field(() => Int, { description: 'How many addresses it has.' })
  size!: number;

  @Field(() => String, { description: 'The rule that joined them, in words.' })
  rule!: string;

  @Field(() => LedgerEvidence, { description: 'What the answer rests on.' })
  evidence!: LedgerEvidence;

  view!: BitcoinView;
  /** Number of one of its addresses. */
  address!: number;
}

export const TOGETHER_OUTCOMES = ['CHAIN', 'APART', 'BUDGET', 'NOT_HELD'] as const;
export type TogetherOutcome = (typeof TOGETHER_OUTCOMES)[number];
export const TogetherOutcomeEnum: { readonly [Key in TogetherOutcome]: Key } = enumObject(TOGETHER_OUTCOMES);
registerEnumType(TogetherOutcomeEnum, {
  name: 'TogetherOutcome',
  description: 'What came of the question why two addresses are together.',
  valuesConfig: {
    CHAIN: { description: 'They are together, by the chain that is shown.' },
    APART: { description: 'Nothing in the ledger joins them. That does not say that they have two owners.' },
    BUDGET: { description: 'They are together, but the search was broken off before it found the shortest chain.' },
    NOT_HELD: { description: 'The ledger does not hold one of them, or either.' },
  },
});

@ObjectType({ description: 'Two addresses from which one transaction spends.' })
export class TogetherLink {
  @Field(() => Address, { description: 'The one.' })
  from!: Address;

  @Field(() => String, { description: 'Id of the transaction that spends from both.' })
  transaction!: string;

  @Field(() => Int, { description: 'Height of its block.' })
  height!: number;

  @Field(() => Address, { description: 'The other.' })
  to!: Address;
}

@ObjectType({ description: 'Why two addresses are in one cluster, or that they are not.' })
export class WhyTogether {
  @Field(() => TogetherOutcomeEnum, { description: 'What came of the question.' })
  outcome!: TogetherOutcome;

  @Field(() => [TogetherLink], { description: 'The shortest chain from the one to the other, of several the one whose transactions come first; empty where none is shown, and for an address and itself.' })
  links!: TogetherLink[];

  @Field(() => String, { description: 'The rule by which addresses are joined, in words.' })
  rule!: string;

  @Field(() => LedgerEvidence, { description: 'What the answer rests on.' })
  evidence!: LedgerEvidence;
}
