import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, Receipt } from '../../../shared/graphql/outcomes.type.js';
import { Operation } from './operation.type.js';

@ObjectType({ description: 'The change is in the journal.' })
export class OperationAccepted {
  @Field(() => Operation, { nullable: true, description: 'The operation as you may read it now.' })
  operation!: Operation | null;

  @Field(() => Receipt, { nullable: true, description: 'Proof of the write; null when nothing was written because it had been before.' })
  receipt!: Receipt | null;

  @Field(() => Boolean, { description: 'Whether the same had been registered before; nothing was written this time.' })
  repeated!: boolean;
}

export const OperationResult = createUnionType({
  name: 'OperationResult',
  description: 'What became of a change to an operation.',
  types: () => [OperationAccepted, InvalidInput, Forbidden, NotFound, Conflict] as const,
});
