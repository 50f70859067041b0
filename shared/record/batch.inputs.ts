import { Field, InputType, type ClassType } from 'type-graphql';
import { BatchModeEnum, type BatchMode } from './batch-report.type.js';

export interface RecordBatchInput<Row> {
  rows: Row[];
  mode: BatchMode;
}

/** `RecordArrestsInput` of `RecordArrestInput`: many of what a mutation records one by one. */
export function recordBatchInput<Row extends object>(row: ClassType<Row>, name: string, plural: string): ClassType<RecordBatchInput<Row>> {
  @InputType(name, { description: `Up to 500 ${plural} to record for your organisation.` })
  class BatchInput implements RecordBatchInput<Row> {
    @Field(() => [row], { description: `The ${plural}, 1 to 500; each with a reference of its own.` })
    rows!: Row[];

    @Field(() => BatchModeEnum, { defaultValue: 'REFUSE_ALL', description: 'What becomes of the others where a row is refused.' })
    mode!: BatchMode;
  }
  return BatchInput;
}
