import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import type { OrganisationClass } from '../../../shared/handling/may-read.js';
import { Country } from '../country/country.type.js';

export const OrganisationClassEnum: { readonly [Key in OrganisationClass]: Key } = enumObject(['AUTHORITY', 'COORDINATING_BODY', 'INSTITUTION']);
registerEnumType(OrganisationClassEnum, {
  name: 'OrganisationClass',
  description: 'Class of an organisation in the rule of access.',
  valuesConfig: {
    AUTHORITY: { description: 'A police force, prosecutor, FIU or other authority of a country.' },
    COORDINATING_BODY: { description: 'A body that coordinates operations, such as the INTERPOL General Secretariat.' },
    INSTITUTION: { description: 'A bank, payment institution or virtual-asset exchange: reads only what is CLEAR, named to it or released to it.' },
  },
});

@ObjectType({ description: 'An organisation in the register.' })
@Directive('@key(fields: "ref")')
export class Agency {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => String, { description: 'Code in the register, for example `jp-ncb`.' })
  code!: string;

  @Field(() => String, { description: 'Name in English.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in its own language; null when not recorded.' })
  nameLocal!: string | null;

  @Field(() => OrganisationClassEnum, { description: 'Class in the rule of access.' })
  class!: OrganisationClass;

  @Field(() => CodedTerm, { description: 'Kind of organisation (code list `agencyKind`).' })
  kind!: CodedTerm;

  @Field(() => Country, { nullable: true, description: 'Its country; null for a body of no country.' })
  country!: Country | null;

  @Field(() => Boolean, { description: 'Whether it is the National Central Bureau of its country.' })
  ncb!: boolean;

  @Field(() => Handling, { description: 'How its entry in the register is handled.' })
  handling!: Handling;
}

export const AgencyConnection = connectionType(Agency, 'Agency', 'organisations');
