import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumObject } from '../../../shared/graphql/enums.js';
import { LEFT_OUT_REASONS, type LeftOutReason } from './chosen-operations.js';

export const LeftOutReasonEnum: { readonly [Key in LeftOutReason]: Key } = enumObject(LEFT_OUT_REASONS);
registerEnumType(LeftOutReasonEnum, {
  name: 'LeftOutReason',
  description: 'Why an operation that was asked for is not compared.',
  valuesConfig: {
    NONE_THAT_YOU_MAY_READ: { description: 'There is no operation under this code that you may read.' },
    EXERCISE: { description: 'It is an exercise, and real operations were asked for.' },
    REAL: { description: 'It is a real operation, and exercises were asked for.' },
    BEFORE: { description: 'It was over before the day asked for.' },
  },
});

@ObjectType({ description: 'An operation that was asked for and is not compared.' })
export class OperationLeftOut {
  @Field(() => String, { description: 'The code as you gave it.' })
  code!: string;

  @Field(() => LeftOutReasonEnum, { description: 'Why.' })
  reason!: LeftOutReason;
}
