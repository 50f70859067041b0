import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A class of this subgraph's own: type-graphql hangs the fields that a resolver adds on the class itself. */
@ObjectType('Operation', { description: 'An operation of police forces of several countries.' })
@Directive('@key(fields: "ref")')
export class OperationStub {
  @Field(() => ID, { description: 'Key between subgraphs; never shown.' })
  @Directive('@inaccessible')
  ref!: string;

  static of(ref: string): OperationStub {
    return Object.assign(new OperationStub(), { ref });
  }
}
