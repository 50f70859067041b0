import { Arg, Args, Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import type { TargetCurrency } from '../../../shared/money/convert.js';
import { textOfKeys, type Asked, type KeyedRow } from '../../../shared/tally/counted-tally.js';
import type { CountedEvidence } from '../../../shared/tally/counted-version.js';
import { evidencePage } from '../../../shared/tally/evidence-page.js';
import type { OpenedTally } from '../../../shared/tally/open-tally.js';
import { TallyDimensionEnum, type TallyDimension } from '../../../shared/tally/tally-dimension.js';
import { TallyFields } from '../../../shared/tally/tally-fields.type.js';
import { tallyTypes, type OperationOverlapNode, type TallyCellNode, type TallyKeyNode, type TallyRowNode } from '../../../shared/tally/tally-key.type.js';
import { TallyView } from '../../../shared/tally/tally-view.js';
import { CodedTally, CountryTally } from '../../../shared/tally/tally.type.js';
import { ConvertedSum } from '../money/converted-sum.type.js';
import { MoneySum } from '../money/money.type.js';
import { toMoneySum } from '../money/money.view.js';
import { OperationStub } from '../references/operation.stub.js';
import { converted, requireTarget } from './convert-tally.js';
import { CountedAssetConnection, type CountedAsset } from './counted-asset.type.js';

const { TallyKey, OperationOverlap } = tallyTypes(OperationStub);
const view = new TallyView(OperationStub);
const CONVERT_TO = 'A currency with a reference rate of the European Central Bank, or EUR, to which sums are also converted; left out, they are not.';

/** What a tally of assets is made of. */
export interface AssetTallySource {
  readonly opened: OpenedTally;
  readonly rule: (counted: Date, convertTo: string | null) => string;
  readonly toNode: (evidence: CountedEvidence) => CountedAsset;
}

@ObjectType({ description: 'How many of the counted assets belong to one country, and what they were worth.' })
export class CountryAssetTally extends CountryTally {
  @Field(() => [MoneySum], { description: 'Sums of the stated values, one for each currency and network.' })
  sums!: MoneySum[];
}

@ObjectType({ description: 'How many of the counted assets belong to one key, and what they were worth.' })
export class AssetTallyRow implements TallyRowNode {
  @Field(() => TallyKey, { description: 'What the row is about.' })
  key!: TallyKeyNode;

  @Field(() => Int, { description: 'Assets; by custody state, those with a part in it.' })
  count!: number;

  @Field(() => [MoneySum], { description: 'Sums of the stated values, one for each currency and network.' })
  sums!: MoneySum[];

  @Field(() => ConvertedSum, { nullable: true, description: 'The sums converted to the currency asked for; null where none was.' })
  converted!: ConvertedSum | null;
}

@ObjectType({ description: 'How many of the counted assets belong to one row and one column, and what they were worth. Pairs without an asset have no cell.' })
export class AssetTallyCell implements TallyCellNode {
  @Field(() => TallyKey, { description: 'Its row.' })
  row!: TallyKeyNode;

  @Field(() => TallyKey, { description: 'Its column.' })
  column!: TallyKeyNode;

  @Field(() => Int, { description: 'Assets; by custody state, those with a part in it.' })
  count!: number;

  @Field(() => [MoneySum], { description: 'Sums of the stated values, one for each currency and network.' })
  sums!: MoneySum[];

  @Field(() => ConvertedSum, { nullable: true, description: 'The sums converted to the currency asked for; null where none was.' })
  converted!: ConvertedSum | null;
}

@ObjectType({ description: 'How numbers about assets come about, and the list behind them.' })
export class AssetTallyExplanation {
  readonly #source: AssetTallySource;
  readonly #target: TargetCurrency | null;

  constructor(source: AssetTallySource, target: TargetCurrency | null) {
    this.#source = source;
    this.#target = target;
  }

  @Field(() => String, { description: 'The rule in words: what is counted, for whom, as of when, what weighs how, and how it is converted.' })
  async rule(): Promise<string> {
    return this.#source.rule(await this.asOf(), this.#target?.currency ?? null);
  }

  @Field(() => GraphQLDateTimeISO, { description: 'The instant of which the numbers are.' })
  async asOf(): Promise<Date> {
    return (await this.#source.opened.tally.whole()).asOf;
  }

  @Field(() => CountedAssetConnection, { description: 'The versions that were counted, as many as the count says and adding up to the sums, ordered by id; of the past also those that were corrected or retracted since. A dashboard reads no record.' })
  records(@Args(() => PageArgs) page: PageArgs): Promise<ConnectionOf<CountedAsset>> {
    return evidencePage(this.#source.opened, page, this.#source.toNode);
  }

  @Field(() => ConvertedSum, { nullable: true, description: 'The whole in the currency asked for, with every conversion behind it; null where none was asked for.' })
  async converted(): Promise<ConvertedSum | null> {
    return this.#target === null ? null : convertedWhole(this.#source.opened, this.#target);
  }
}

@ObjectType({
  description:
    'Assets counted for you: exactly those that the list with the same filter shows you. Never mixed with reported figures.',
})
export class AssetTally extends TallyFields {
  readonly #source: AssetTallySource;

  constructor(source: AssetTallySource) {
    super(source);
    this.#source = source;
  }

  @Field(() => [CountryAssetTally], { description: 'By country, ordered by code. The rows add up to the count and to the sums.' })
  async byCountry(): Promise<CountryAssetTally[]> {
    const rows = await this.rows('COUNTRY');
    return rows.map(({ key, count, sums }) => Object.assign(new CountryAssetTally(), { country: key.country, count, sums }));
  }

  @Field(() => [CodedTally], { description: 'By kind of asset (code list `assetKind`). The rows add up to the count.' })
  async byKind(): Promise<CodedTally[]> {
    const rows = await this.rows('ASSET_KIND');
    return rows.map(({ key, count }) => Object.assign(new CodedTally(), { term: key.term, count }));
  }

  @Field(() => [MoneySum], { description: 'Sums of the stated values, one for each currency and network. Assets without a value are in none.' })
  async sums(): Promise<MoneySum[]> {
    return (await this.#source.opened.tally.whole()).sums.map(toMoneySum);
  }

  @Field(() => [MoneySum], { description: 'The sums with each event once, by the value of the claim that counts, as `countedOnce` counts.' })
  async sumsCountedOnce(): Promise<MoneySum[]> {
    return (await this.#source.opened.tally.whole()).countedOnce.sums.map(toMoneySum);
  }

  @Field(() => [AssetTallyRow], { description: 'Broken down, in the order of the keys, what is not recorded last. Keys without an asset have no row.' })
  async rows(
    @Arg('by', () => TallyDimensionEnum, { description: 'By what.' }) by: TallyDimension,
    @Arg('convertTo', () => ID, { nullable: true, description: CONVERT_TO }) convertTo?: string | null,
  ): Promise<AssetTallyRow[]> {
    const rows = await this.#rows(convertTo, [by, 'by']);
    return rows.map(({ row, ...money }) => Object.assign(new AssetTallyRow(), { ...view.row(row), ...money }));
  }

  @Field(() => [AssetTallyCell], { description: 'Two dimensions crossed, row by row.' })
  async table(
    @Arg('rows', () => TallyDimensionEnum, { description: 'By what the rows are.' }) rows: TallyDimension,
    @Arg('columns', () => TallyDimensionEnum, { description: 'By what the columns are.' }) columns: TallyDimension,
    @Arg('convertTo', () => ID, { nullable: true, description: CONVERT_TO }) convertTo?: string | null,
  ): Promise<AssetTallyCell[]> {
    const cells = await this.#rows(convertTo, [rows, 'rows'], [columns, 'columns']);
    return cells.map(({ row, ...money }) => Object.assign(new AssetTallyCell(), { ...view.cell(row), ...money }));
  }

  @Field(() => ConvertedSum, { description: 'All sums converted to one currency and added up.' })
  async converted(@Arg('to', () => ID, { description: 'A currency with a reference rate of the European Central Bank, or EUR.' }) to: string): Promise<ConvertedSum> {
    return convertedWhole(this.#source.opened, requireTarget(to, 'to'));
  }

  @Field(() => AssetTallyExplanation, { description: 'How the numbers come about, and the list behind them.' })
  explanation(@Arg('convertTo', () => ID, { nullable: true, description: CONVERT_TO }) convertTo?: string | null): AssetTallyExplanation {
    return new AssetTallyExplanation(this.#source, targetOf(convertTo));
  }

  @Field(() => [OperationOverlap], { description: 'Pairs of the chosen operations, or of those that have records here, in both of which one event may stand. Nothing was subtracted.' })
  async overlaps(): Promise<OperationOverlapNode[]> {
    const overlaps = await this.#source.opened.tally.overlaps();
    return overlaps.map((overlap) => view.overlap(overlap));
  }

  /** Rows with their money, in units of their own and, where asked, converted by the days of their events. */
  async #rows(convertTo: string | null | undefined, ...asked: readonly Asked[]): Promise<{ readonly row: KeyedRow; readonly sums: MoneySum[]; readonly converted: ConvertedSum | null }[]> {
    const { tally } = this.#source.opened;
    const target = targetOf(convertTo);
    const [rows, dated] = await Promise.all([tally.rows(...asked), target === null ? null : tally.datedMoney(...asked)]);
    return rows.map((row) => ({
      row,
      sums: row.sums.map(toMoneySum),
      converted: target === null ? null : converted(dated?.get(textOfKeys(row.keys)) ?? [], target),
    }));
  }
}

async function convertedWhole({ tally }: OpenedTally, target: TargetCurrency): Promise<ConvertedSum> {
  return converted([...(await tally.datedMoney()).values()].flat(), target);
}

function targetOf(convertTo: string | null | undefined): TargetCurrency | null {
  return convertTo === null || convertTo === undefined ? null : requireTarget(convertTo, 'convertTo');
}
