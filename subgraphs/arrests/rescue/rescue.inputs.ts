import { Field, ID, InputType } from 'type-graphql';
import { ActionFilter, CorrectActionInput, RecordActionInput } from '../../../shared/record/action-record.inputs.js';
import { recordBatchInput, type RecordBatchInput } from '../../../shared/record/batch.inputs.js';
import { dayOrderEnum } from '../../../shared/record/day-order-enum.js';
import { PersonIdentityInput } from '../person/person.input.js';

export const RescueOrderEnum = dayOrderEnum('RescueOrder', 'rescues');

@InputType({ description: 'Which rescues. A condition on the person holds only where you may see the person.' })
export class RescueFilter extends ActionFilter {
  @Field(() => String, { nullable: true, description: 'State of the victim (code list `victimState`).' })
  victimState?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole name, original name or an alias of the person.' })
  personName?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of an identity document of the person.' })
  documentNumber?: string | null;
}

@InputType({ description: 'A rescue to record for your organisation.' })
export class RecordRescueInput extends RecordActionInput {
  @Field(() => String, { description: 'State of the victim (code list `victimState`).' })
  victimState!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The arrest of the same person, who is a victim first and may also be a suspect. Whoever reads both records sees that they belong together.',
  })
  arrest?: string | null;

  @Field(() => PersonIdentityInput, { nullable: true, description: 'Who was rescued.' })
  person?: PersonIdentityInput | null;
}

export const RecordRescuesInput = recordBatchInput(RecordRescueInput, 'RecordRescuesInput', 'rescues');
export type RecordRescuesInput = RecordBatchInput<RecordRescueInput>;

@InputType({ description: 'A correction of a rescue. What is left out stays as it is.' })
export class CorrectRescueInput extends CorrectActionInput {
  @Field(() => String, { nullable: true, description: 'State of the victim (code list `victimState`).' })
  victimState?: string | null;

  @Field(() => ID, { nullable: true, description: 'The arrest of the same person; null clears it.' })
  arrest?: string | null;

  @Field(() => PersonIdentityInput, { nullable: true, description: 'The whole person anew; its handling stays as it is.' })
  person?: PersonIdentityInput | null;
}
