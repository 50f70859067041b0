import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { TallyStatusEnum, type TallyStatus } from '../graphql/enums.js';
import type { OpenedTally } from './open-tally.js';

/** What every tally shows. Never a type of the schema by itself. */
@ObjectType({ description: 'Records counted for you.' })
export abstract class TallyFields {
  readonly #opened: OpenedTally;

  constructor({ opened }: { readonly opened: OpenedTally }) {
    this.#opened = opened;
  }

  @Field(() => TallyStatusEnum, { description: 'Whether there was anything to count.' })
  async status(): Promise<TallyStatus> {
    return (await this.count()) === null ? 'NO_RECORDS_CONTRIBUTED' : 'COUNTED';
  }

  @Field(() => Int, { nullable: true, description: 'Records; null when nobody contributed one that you may read.' })
  async count(): Promise<number | null> {
    const { count } = await this.#opened.tally.whole();
    return count === 0 ? null : count;
  }

  @Field(() => Int, {
    nullable: true,
    description: 'The count with each event once: of records that two owners agree are one event (`doubleClaims`), all of which are counted here, only the claim that counts. Rows and sums count each claim. Null as `count` is.',
  })
  async countedOnce(): Promise<number | null> {
    const { count, countedOnce } = await this.#opened.tally.whole();
    return count === 0 ? null : countedOnce.count;
  }

  @Field(() => GraphQLDateTimeISO, { description: 'The instant of counting.' })
  async asOf(): Promise<Date> {
    return (await this.#opened.tally.whole()).asOf;
  }
}
