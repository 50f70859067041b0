import { Field, InputType } from 'type-graphql';
import { HandlingInput } from '../graphql/handling.input.js';

/** How the identity part of a record is handled and kept. */
@InputType({ description: 'A part of a record. Without a handling of its own it is handled as the record.' })
export abstract class PartInput {
  @Field(() => HandlingInput, { nullable: true, description: 'A stricter handling of this part; left out, the handling of the record.' })
  handling?: HandlingInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Month (`2031-05`) in which the part is reviewed and then sealed; at most five years ahead, which is also the default.',
  })
  reviewMonth?: string | null;
}
