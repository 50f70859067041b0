import { Field, InputType } from 'type-graphql';

@InputType({ description: 'An address on its network.' })
export class AddressInput {
  @Field(() => String, { description: 'Network (code list `ledgerNetwork`).' })
  network!: string;

  @Field(() => String, { description: 'The address.' })
  address!: string;
}
