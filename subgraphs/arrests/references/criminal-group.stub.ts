import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('CriminalGroup', { description: 'A criminal group against which an operation is directed, as one organisation describes it.' })
@Directive('@key(fields: "ref")')
export class CriminalGroupStub {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  static of(ref: string): CriminalGroupStub {
    return Object.assign(new CriminalGroupStub(), { ref });
  }
}
