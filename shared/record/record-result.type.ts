import { createUnionType, Field, ObjectType, type ClassType } from 'type-graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, Receipt } from '../graphql/outcomes.type.js';
import type { Refusal } from './record-outcome.js';

/** How the schema speaks of one kind of record. */
export interface RecordWords {
  /** `Arrest`, as in `retractArrest` and `ArrestResult`. */
  readonly name: string;
  /** `arrest`, also the field that shows it. */
  readonly noun: string;
  /** The noun as people write it, where the field is not called so: `criminal group`. */
  readonly spoken?: string;
  /** `an arrest` */
  readonly one: string;
}

export interface AcceptedChange<Node> {
  record: Node | null;
  receipt: Receipt | null;
  repeated: boolean;
}

export type RecordResult<Node> = AcceptedChange<Node> | Refusal;

/** The result of every change to one kind of record, as the union that GraphQL shows. */
export interface RecordResultType<Node extends object> {
  readonly words: RecordWords;
  readonly Accepted: ClassType<AcceptedChange<Node>>;
  readonly Result: object;
}

export function recordResultType<Node extends object>(node: ClassType<Node>, words: RecordWords): RecordResultType<Node> {
  const { name, noun, spoken = noun, one } = words;

  @ObjectType(`${name}Accepted`, { description: 'The change is in the journal.' })
  class Accepted implements AcceptedChange<Node> {
    @Field(() => node, { name: noun, nullable: true, description: `The ${spoken} as you may read it now; null once retracted or erased.` })
    record!: Node | null;

    @Field(() => Receipt, { nullable: true, description: 'Proof of the write; null when nothing was written because it had been before.' })
    receipt!: Receipt | null;

    @Field(() => Boolean, { description: 'Whether the same had been recorded before; nothing was written this time.' })
    repeated!: boolean;
  }

  const Result = createUnionType({
    name: `${name}Result`,
    description: `What became of a change to ${one}.`,
    types: () => [Accepted, InvalidInput, Forbidden, NotFound, Conflict] as const,
  });
  return { words, Accepted, Result };
}
