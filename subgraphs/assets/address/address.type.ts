import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { parseAddressId } from '../../../shared/wallet/address-id.js';

/** A class of this subgraph's own: type-graphql hangs the fields that a resolver adds on the class itself. */
@ObjectType('Address', { description: 'An address on a network of virtual assets. The address itself is public: whoever has it can name it. Whether somebody said something of it shows only in what you may read.' })
@Directive('@key(fields: "id")')
export class Address {
  @Field(() => ID, { description: 'Public key: network and address (`BITCOIN:1A1zP1…`), in the one spelling of the address.' })
  id!: string;

  /** Whoever has an address can write its key down: a key may always be shown. Null where it is no key. */
  static ofId(id: unknown): Address | null {
    return typeof id === 'string' && parseAddressId(id) !== null ? Object.assign(new Address(), { id }) : null;
  }
}
