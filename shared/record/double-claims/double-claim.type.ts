import { Field, ID, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { connectionType, type ConnectionOf } from '../../graphql/connection.js';
import { enumObject } from '../../graphql/enums.js';
import type { RecordWords } from '../record-result.type.js';

export const DOUBLE_CLAIM_STATES = ['AGREED', 'PROPOSED', 'DECLINED'] as const;
export type DoubleClaimState = (typeof DOUBLE_CLAIM_STATES)[number];
export const DoubleClaimStateEnum: { readonly [Key in DoubleClaimState]: Key } = enumObject(DOUBLE_CLAIM_STATES);
registerEnumType(DoubleClaimStateEnum, {
  name: 'DoubleClaimState',
  description: 'What the owners of two records say about them.',
  valuesConfig: {
    AGREED: { description: 'Both say that they are one event, and name the same claim.' },
    PROPOSED: { description: 'One says so and the other has not answered, or they name different claims. Shown to these two alone.' },
    DECLINED: { description: 'One says that they are two events. Shown to these two alone.' },
  },
});

export interface DoubleClaimNode<Node> {
  other: Node;
  state: DoubleClaimState;
  countsHere: string | null;
  countsThere: string | null;
  agreedSince: Date | null;
}

export interface DoubleClaimTypes<Node> {
  readonly DoubleClaim: ClassType<DoubleClaimNode<Node>>;
  readonly DoubleClaimConnection: ClassType<ConnectionOf<DoubleClaimNode<Node>>>;
}

/** `ArrestDoubleClaim` and its connection. */
export function doubleClaimTypes<Node extends object>(node: ClassType<Node>, { name, noun, one }: RecordWords): DoubleClaimTypes<Node> {
  @ObjectType(`${name}DoubleClaim`, { description: `What two owners say of ${one} and another of the same event. Only whoever may read both is told.` })
  class DoubleClaim implements DoubleClaimNode<Node> {
    @Field(() => node, { description: `The other ${noun}.` })
    other!: Node;

    @Field(() => DoubleClaimStateEnum, { description: 'Whether they agree.' })
    state!: DoubleClaimState;

    @Field(() => ID, { nullable: true, description: `Which of the two counts, as the owner of this ${noun} says; null while it does not say that they are one event.` })
    countsHere!: string | null;

    @Field(() => ID, { nullable: true, description: `The same as the owner of the other ${noun} says.` })
    countsThere!: string | null;

    @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Since when both say the same; null where they do not.' })
    agreedSince!: Date | null;
  }
  return { DoubleClaim, DoubleClaimConnection: connectionType(DoubleClaim, `${name}DoubleClaim`, `double claims`) };
}
