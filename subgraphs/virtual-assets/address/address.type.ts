import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { enumObject } from '../../../shared/graphql/enums.js';

export const TAG_ASPECTS = ['CATEGORY', 'ABUSE', 'ACTOR'] as const;
export type TagAspect = (typeof TAG_ASPECTS)[number];
export const TagAspectEnum: { readonly [Key in TagAspect]: Key } = enumObject(TAG_ASPECTS);
registerEnumType(TagAspectEnum, {
  name: 'TagAspect',
  description: 'What tags of one address can say differently.',
  valuesConfig: {
    CATEGORY: { description: 'What kind of entity or service it is.' },
    ABUSE: { description: 'What it is abused for.' },
    ACTOR: { description: 'Who operates it.' },
  },
});

@ObjectType({ description: 'One of the things that tags of an address say where others say something else.' })
export class DisagreeingStatement {
  @Field(() => String, { description: 'The code, or the actor.' })
  value!: string;

  @Field(() => CodedTerm, { nullable: true, description: 'The term of the code; null for an actor.' })
  term!: CodedTerm | null;

  @Field(() => Int, { description: 'How many tags that you may read say so.' })
  tagCount!: number;

  @Field(() => [String], { description: 'The sources of these tags, each once, in order.' })
  sources!: string[];
}

@ObjectType({ description: 'Where tags of one address say different things. Nothing is decided: whoever reads them weighs the sources.' })
export class TagDisagreement {
  @Field(() => TagAspectEnum, { description: 'About what they differ.' })
  about!: TagAspect;

  @Field(() => [DisagreeingStatement], { description: 'What they say, what most tags say first.' })
  statements!: DisagreeingStatement[];
}

@ObjectType({ description: 'An address on a network of virtual assets. The address itself is public: whoever has it can name it. Whether somebody said something of it shows only in what you may read.' })
@Directive('@key(fields: "id")')
export class Address {
  @Field(() => ID, { description: 'Public key: network and address (`BITCOIN:1A1zP1…`), in the one spelling of the address.' })
  id!: string;

  @Field(() => CodedTerm, { description: 'Network (code list `ledgerNetwork`).' })
  network!: CodedTerm;

  @Field(() => String, { description: 'The address in its one spelling: hexadecimal and bech32 in lower case.' })
  address!: string;
}

export const AddressConnection = connectionType(Address, 'Address', 'addresses');
