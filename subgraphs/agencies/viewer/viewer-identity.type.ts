import { Field, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { TlpEnum } from '../../../shared/graphql/enums.js';
import type { Tlp } from '../../../shared/handling/label.js';
import { Agency } from '../agency/agency.type.js';

@ObjectType({ description: 'Who you are on the exchange, and for what purpose you ask.' })
export class ViewerIdentity {
  @Field(() => String, { description: 'You, as "issuer|subject".' })
  subject!: string;

  @Field(() => Agency, { nullable: true, description: 'The organisation that you speak for; null where you may not see its entry.' })
  organisation!: Agency | null;

  @Field(() => [String], { description: 'Your roles.' })
  roles!: string[];

  @Field(() => TlpEnum, { description: 'Your ceiling: nothing narrower is shown to you.' })
  maxTlp!: Tlp;

  @Field(() => CodedTerm, { nullable: true, description: 'The purpose that you stated with the header `tessera-purpose`; null when none.' })
  purpose!: CodedTerm | null;

  @Field(() => String, { nullable: true, description: 'The case that you stated with the header `tessera-case`; null when none.' })
  caseReference!: string | null;

  @Field(() => [CodedTerm], { description: 'The purposes that your organisation may state.' })
  purposes!: CodedTerm[];

  @Field(() => String, { description: 'The same words for every reader.' })
  notice!: string;
}
