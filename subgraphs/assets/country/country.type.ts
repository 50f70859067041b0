import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What this subgraph adds to `Country`; `shared/subgraph-server` puts it there. */
@ObjectType('CountryExtension', { description: 'A country or territory of ISO 3166-1.' })
@Directive('@key(fields: "code")')
export class CountryExtension {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2 code.' })
  code!: string;
}
