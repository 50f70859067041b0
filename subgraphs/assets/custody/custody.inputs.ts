import { Field, ID, InputType } from 'type-graphql';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { RecordVersionInput } from '../../../shared/record/verbs.inputs.js';

@InputType({
  description:
    'A move of an asset, or of a part of it, along its custody chain. With neither `quantity` nor `amount` all that stands in `from` is moved.',
})
export class MoveAssetInput extends RecordVersionInput {
  @Field(() => String, { description: 'The state that it leaves (code list `custodyState`).' })
  from!: string;

  @Field(() => String, {
    description:
      'The state that it reaches (code list `custodyState`). FROZEN leads to SEIZED, RELEASED and RECOVERED; INTERCEPTED to RETURNED, FROZEN and RELEASED; SEIZED to FORFEITED, RECOVERED, RELEASED and, for counterfeit notes and drugs, DESTROYED; RECOVERED to RETURNED and FORFEITED; FORFEITED to RETURNED, SOLD and DESTROYED. The others are final.',
  })
  to!: string;

  @Field(() => GraphQLDay, { description: 'The day on which it was moved; not before what is moved came into `from`.' })
  day!: string;

  @Field(() => String, { nullable: true, description: 'Code of the agency that acted; left out, your organisation.' })
  agency?: string | null;

  @Field(() => GraphQLDecimal, {
    nullable: true,
    description: 'How many or how much of it, for a part. A part of several units that have a value needs `amount` too.',
  })
  quantity?: string | null;

  @Field(() => GraphQLDecimal, {
    nullable: true,
    description: 'How much of its value goes along, in the currency or coin of the value. Alone it is a part of the value of a single unit, which stays.',
  })
  amount?: string | null;

  @Field(() => String, {
    description: 'The order or provision that allows it, in at most 500 characters. Kept, and shown, with the identifiers of the asset.',
  })
  legalBasis!: string;
}

@InputType({ description: 'A move that was wrong. It stays in the chain, marked as retracted, and what it moved stands again where it stood.' })
export class RetractAssetMoveInput extends RecordVersionInput {
  @Field(() => ID, { description: 'The move; one without which every later one is still lawful.' })
  moveId!: string;
}
