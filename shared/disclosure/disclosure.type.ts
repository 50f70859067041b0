import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../graphql/coded-term.type.js';
import { PageInfo } from '../graphql/connection.js';
import { AgencyReference } from '../graphql/references/agency.reference.js';

@ObjectType('Disclosure', { description: "One read of your organisation's AMBER or stricter information by another organisation." })
@Directive('@shareable')
export class DisclosureType {
  @Field(() => GraphQLDateTimeISO, { description: 'When it was shown.' })
  at!: Date;

  @Field(() => AgencyReference, { nullable: true, description: 'The organisation that read; null where you may not see it.' })
  reader!: AgencyReference | null;

  @Field(() => String, { description: 'The person or machine, as "issuer|subject".' })
  subject!: string;

  @Field(() => CodedTerm, { nullable: true, description: 'The purpose stated (code list `purpose`).' })
  purpose!: CodedTerm | null;

  @Field(() => String, { nullable: true, description: 'The case stated.' })
  caseReference!: string | null;

  @Field(() => [ID], { description: 'The records shown.' })
  recordIds!: string[];

  @Field(() => Int, { description: 'How many records took part only in a number.' })
  counted!: number;
}

@ObjectType({ description: 'One of the disclosures on a page.' })
@Directive('@shareable')
export class DisclosureEdge {
  @Field(() => String, { description: 'Where this item stands; pass it as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => DisclosureType, { description: 'The item.' })
  node!: DisclosureType;
}

@ObjectType({ description: 'A page of disclosures, the latest first.' })
@Directive('@shareable')
export class DisclosureConnection {
  @Field(() => [DisclosureEdge], { description: 'The items in order.' })
  edges!: DisclosureEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}
