import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../../shared/graphql/connection.js';

@ObjectType({ description: 'Tags that you may read, as a file for other tools.' })
export class TagPack {
  @Field(() => String, { description: 'A GraphSense TagPack (YAML); it reads back the same. Above each tag stands how it is handled.' })
  yaml!: string;

  @Field(() => Int, { description: 'How many tags it holds.' })
  tagCount!: number;

  @Field(() => Int, { description: 'How many tags of this page that you may read are left out, because their originator forbids export (H2).' })
  leftOut!: number;

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}
