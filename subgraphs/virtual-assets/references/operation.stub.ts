import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Operation', { description: 'An operation of police forces of several countries.' })
@Directive('@key(fields: "ref", resolvable: false)')
export class OperationStub {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  static of(ref: string): OperationStub {
    return Object.assign(new OperationStub(), { ref });
  }
}
