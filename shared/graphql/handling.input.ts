import { Field, ID, InputType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { HandlingCode, Tlp } from '../handling/label.js';
import { HandlingCodeEnum, TlpEnum } from './enums.js';

@InputType({ description: 'Someone whom a label names: an organisation, or one person in it.' })
export class NamedRecipientInput {
  @Field(() => String, { description: 'Code of an organisation in the register, for example `jp-ncb`.' })
  organisation!: string;

  @Field(() => String, { nullable: true, description: 'One person of it, as "issuer|sub"; left out, the whole organisation.' })
  subject?: string | null;
}

@InputType({ description: 'Someone to whom a record is released: exactly one of the fields.' })
export class ReleaseRecipientInput {
  @Field(() => String, { nullable: true, description: 'Code of an organisation in the register, for example `jp-ncb`.' })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: 'ISO 3166-1 alpha-2 code: the National Central Bureau of that country.' })
  ncbOf?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of an operation: the organisations taking part in it at the time of reading.' })
  operation?: string | null;
}

@InputType({ description: 'How a record, or a stricter part of it, is to be handled.' })
export class HandlingInput {
  @Field(() => TlpEnum, { description: 'Traffic Light Protocol level.' })
  tlp!: Tlp;

  @Field(() => [HandlingCodeEnum], { defaultValue: [], description: 'Europol handling codes. H2 freezes the audience to those who take part today.' })
  codes!: HandlingCode[];

  @Field(() => String, { nullable: true, description: 'The restriction of H3, in words.' })
  restriction?: string | null;

  @Field(() => [NamedRecipientInput], { defaultValue: [], description: 'Named recipients, who read it whatever the level; RED has no others.' })
  recipients!: NamedRecipientInput[];
}

@InputType({ description: 'A release to someone for one purpose until an instant.' })
export class ReleaseInput {
  @Field(() => ReleaseRecipientInput, { description: 'To whom.' })
  to!: ReleaseRecipientInput;

  @Field(() => String, { description: 'Purpose (code list `purpose`) that the reader must state.' })
  purpose!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When the release ends; in the future.' })
  until!: Date;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the stricter part (the identity) is released too.' })
  withIdentity!: boolean;
}
