import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { DatePrecision } from '../../../shared/calendar/partial-date.js';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { enumObject } from '../../../shared/graphql/enums.js';

export const DatePrecisionEnum: { readonly [Key in DatePrecision]: Key } = enumObject(['YEAR', 'MONTH', 'DAY']);
registerEnumType(DatePrecisionEnum, {
  name: 'DatePrecision',
  description: 'How exactly a date is stated.',
  valuesConfig: {
    YEAR: { description: 'Only the year.' },
    MONTH: { description: 'Year and month.' },
    DAY: { description: 'The day.' },
  },
});

@ObjectType({ description: 'A date in the precision in which it is stated.' })
export class StatedDate {
  @Field(() => String, { description: 'As stated: `2023`, `2023-09` or `2023-09-01`.' })
  text!: string;

  @Field(() => DatePrecisionEnum, { description: 'How exactly.' })
  precision!: DatePrecision;

  @Field(() => GraphQLDay, { description: 'First day that it can mean.' })
  from!: string;

  @Field(() => GraphQLDay, { description: 'Last day that it can mean.' })
  to!: string;
}

@ObjectType({ description: 'When an operation took place.' })
export class Period {
  @Field(() => StatedDate, { nullable: true, description: 'Its beginning; null = not stated.' })
  start!: StatedDate | null;

  @Field(() => StatedDate, { nullable: true, description: 'Its end; null = not stated.' })
  end!: StatedDate | null;
}
