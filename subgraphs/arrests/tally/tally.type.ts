import { Arg, Args, Field, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { evidencePage } from '../../../shared/tally/evidence-page.js';
import type { OpenedTally } from '../../../shared/tally/open-tally.js';
import { TallyDimensionEnum, type TallyDimension } from '../../../shared/tally/tally-dimension.js';
import { TallyFields } from '../../../shared/tally/tally-fields.type.js';
import { tallyTypes, type OperationOverlapNode, type TallyCellNode, type TallyRowNode } from '../../../shared/tally/tally-key.type.js';
import { TallyView } from '../../../shared/tally/tally-view.js';
import { CodedTally, CountryTally } from '../../../shared/tally/tally.type.js';
import type { CountedEvidence } from '../../../shared/tally/counted-version.js';
import { OperationStub } from '../references/operation.stub.js';
import { CountedRecordConnection, type CountedRecord } from './counted-record.type.js';

const { TallyRow, TallyCell, OperationOverlap } = tallyTypes(OperationStub);
const view = new TallyView(OperationStub);

/** What a tally of arrests or rescues is made of. */
export interface TallySource {
  readonly opened: OpenedTally;
  /** The dimension of the one code that every record carries. */
  readonly code: TallyDimension;
  readonly rule: (counted: Date) => string;
  readonly toNode: (evidence: CountedEvidence) => CountedRecord;
}

@ObjectType({ description: 'How a number comes about, and the list behind it.' })
export class TallyExplanation {
  readonly #source: TallySource;

  constructor(source: TallySource) {
    this.#source = source;
  }

  @Field(() => String, { description: 'The rule in words: what is counted, for whom, as of when, and what weighs how.' })
  async rule(): Promise<string> {
    return this.#source.rule(await this.asOf());
  }

  @Field(() => GraphQLDateTimeISO, { description: 'The instant of which the count is.' })
  async asOf(): Promise<Date> {
    return (await this.#source.opened.tally.whole()).asOf;
  }

  @Field(() => CountedRecordConnection, { description: 'The versions that were counted, as many as the count says, ordered by id; of the past also those that were corrected or retracted since. A dashboard reads no record.' })
  records(@Args(() => PageArgs) page: PageArgs): Promise<ConnectionOf<CountedRecord>> {
    return evidencePage(this.#source.opened, page, this.#source.toNode);
  }
}

@ObjectType({
  description:
    'Records counted for you: exactly those that the list with the same filter shows you. Never mixed with reported figures.',
})
export class Tally extends TallyFields {
  readonly #source: TallySource;

  constructor(source: TallySource) {
    super(source);
    this.#source = source;
  }

  @Field(() => [CountryTally], { description: 'By country, ordered by code. The rows add up to the count.' })
  async byCountry(): Promise<CountryTally[]> {
    const rows = await this.rows('COUNTRY');
    return rows.map(({ key, count }) => Object.assign(new CountryTally(), { country: key.country, count }));
  }

  @Field(() => [CodedTally], { description: 'By the one code that every record carries: the principal crime type of arrests, the victim state of rescues. The rows add up to the count.' })
  async byCode(): Promise<CodedTally[]> {
    const rows = await this.rows(this.#source.code);
    return rows.map(({ key, count }) => Object.assign(new CodedTally(), { term: key.term, count }));
  }

  @Field(() => [TallyRow], { description: 'Broken down, in the order of the keys, what is not recorded last. Keys without a record have no row; the rows add up to the count.' })
  async rows(@Arg('by', () => TallyDimensionEnum, { description: 'By what.' }) by: TallyDimension): Promise<TallyRowNode[]> {
    const rows = await this.#source.opened.tally.rows([by, 'by']);
    return rows.map((row) => view.row(row));
  }

  @Field(() => [TallyCell], { description: 'Two dimensions crossed, row by row. The cells add up to the count.' })
  async table(
    @Arg('rows', () => TallyDimensionEnum, { description: 'By what the rows are.' }) rows: TallyDimension,
    @Arg('columns', () => TallyDimensionEnum, { description: 'By what the columns are.' }) columns: TallyDimension,
  ): Promise<TallyCellNode[]> {
    const cells = await this.#source.opened.tally.rows([rows, 'rows'], [columns, 'columns']);
    return cells.map((cell) => view.cell(cell));
  }

  @Field(() => TallyExplanation, { description: 'How the count comes about, and the list behind it.' })
  explanation(): TallyExplanation {
    return new TallyExplanation(this.#source);
  }

  @Field(() => [OperationOverlap], { description: 'Pairs of the chosen operations, or of those that have records here, in both of which one event may stand. Nothing was subtracted.' })
  async overlaps(): Promise<OperationOverlapNode[]> {
    const overlaps = await this.#source.opened.tally.overlaps();
    return overlaps.map((overlap) => view.overlap(overlap));
  }
}
