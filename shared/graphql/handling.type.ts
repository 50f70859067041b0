import { Directive, Field, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { HandlingCode, Tlp } from '../handling/label.js';
import { HandlingCodeEnum, TlpEnum, WithheldReasonEnum, type WithheldReason } from './enums.js';
import { CodedTerm } from './coded-term.type.js';

@ObjectType({ description: 'A release that opens the record to you for the purpose you state.' })
@Directive('@shareable')
export class OwnRelease {
  @Field(() => CodedTerm, { description: 'The purpose for which it was released.' })
  purpose!: CodedTerm;

  @Field(() => GraphQLDateTimeISO, { description: 'The instant at which the release ends.' })
  until!: Date;
}

@ObjectType({ description: 'What may be done with the information. It travels with every answer and every export.' })
@Directive('@shareable')
export class Handling {
  @Field(() => TlpEnum, { description: 'Traffic Light Protocol level.' })
  tlp!: Tlp;

  @Field(() => [HandlingCodeEnum], { description: 'Europol handling codes.' })
  codes!: HandlingCode[];

  @Field(() => String, { nullable: true, description: 'The restriction of H3, in words.' })
  restriction!: string | null;

  @Field(() => OwnRelease, { nullable: true, description: 'Your own release, if one opens this to you. Releases to others are not shown.' })
  release!: OwnRelease | null;
}

@ObjectType({ description: 'A part of this record that is withheld from you. Records that you may not read say nothing anywhere.' })
@Directive('@shareable')
export class Withheld {
  @Field(() => String, { description: 'The field that is withheld.' })
  field!: string;

  @Field(() => WithheldReasonEnum, { description: 'Why.' })
  reason!: WithheldReason;

  @Field(() => String, { description: 'The organisation that can lift it.' })
  contact!: string;
}
