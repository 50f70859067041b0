import { createUnionType, Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumObject } from '../graphql/enums.js';
import { Forbidden, InputIssue, InvalidInput, Receipt } from '../graphql/outcomes.type.js';

export const BATCH_MODES = ['REFUSE_ALL', 'SKIP_INVALID'] as const;
export type BatchMode = (typeof BATCH_MODES)[number];
export const BatchModeEnum: { readonly [Key in BatchMode]: Key } = enumObject(BATCH_MODES);
registerEnumType(BatchModeEnum, {
  name: 'BatchMode',
  description: 'What becomes of a batch in which some rows are refused.',
  valuesConfig: {
    REFUSE_ALL: { description: 'One refused row, and nothing is written.' },
    SKIP_INVALID: { description: 'Refused rows are left out; the others are written.' },
  },
});

export const ROW_OUTCOMES = ['RECORDED', 'REPEATED', 'REFUSED', 'HELD_BACK'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export const RowOutcomeEnum: { readonly [Key in RowOutcome]: Key } = enumObject(ROW_OUTCOMES);
registerEnumType(RowOutcomeEnum, {
  name: 'RowOutcome',
  description: 'What became of one row of a batch.',
  valuesConfig: {
    RECORDED: { description: 'It was recorded.' },
    REPEATED: { description: 'The same had been recorded before; nothing was written for it this time.' },
    REFUSED: { description: 'It was not recorded: its issues say why.' },
    HELD_BACK: { description: 'Nothing is wrong with it; it was not recorded because other rows were refused.' },
  },
});

@ObjectType({ description: 'What became of one row of a batch.' })
@Directive('@shareable')
export class BatchRow {
  @Field(() => Int, { description: 'Its place among the rows that were sent, counted from 0.' })
  index!: number;

  @Field(() => String, { description: 'Its reference, as sent.' })
  reference!: string;

  @Field(() => RowOutcomeEnum, { description: 'What became of it.' })
  outcome!: RowOutcome;

  @Field(() => ID, { nullable: true, description: 'The record; null where the row made none.' })
  id!: string | null;

  @Field(() => [InputIssue], { description: 'What is wrong with it, each under the path of its field within the row; the first twenty, and how many more.' })
  issues!: InputIssue[];

  static of(row: Readonly<BatchRow>): BatchRow {
    return Object.assign(new BatchRow(), row);
  }
}

@ObjectType({ description: 'What became of a batch, row by row.' })
@Directive('@shareable')
export class BatchReport {
  @Field(() => Int, { description: 'Rows that were recorded.' })
  recorded!: number;

  @Field(() => Int, { description: 'Rows that had been recorded before.' })
  repeated!: number;

  @Field(() => Int, { description: 'Rows that were refused.' })
  refused!: number;

  @Field(() => Int, { description: 'Rows that were not recorded because others were refused.' })
  heldBack!: number;

  @Field(() => [BatchRow], { description: 'Every row, in the order in which they were sent.' })
  rows!: BatchRow[];

  @Field(() => Receipt, { nullable: true, description: 'Proof of the one entry that holds the batch; null when nothing was written.' })
  receipt!: Receipt | null;

  static of(rows: readonly BatchRow[], receipt: Receipt | null): BatchReport {
    const count = (wanted: RowOutcome): number => rows.filter(({ outcome }) => outcome === wanted).length;
    const counts = { recorded: count('RECORDED'), repeated: count('REPEATED'), refused: count('REFUSED'), heldBack: count('HELD_BACK') };
    return Object.assign(new BatchReport(), { ...counts, rows: [...rows], receipt });
  }
}

export type BatchResult = BatchReport | InvalidInput | Forbidden;

export const BatchResultUnion = createUnionType({
  name: 'BatchResult',
  description: 'What became of a batch. A report wherever the rows were looked at, even when all were refused.',
  types: () => [BatchReport, InvalidInput, Forbidden] as const,
});
