import { registerEnumType } from 'type-graphql';
import { enumObject } from '../graphql/enums.js';
import type { DayOrder } from './day-list.js';

export const DAY_ORDERS = ['DAY_DESC', 'DAY_ASC'] as const;
export type DayOrderName = (typeof DAY_ORDERS)[number];

/** The orders of a list that has none but by day. */
export function dayOrderEnum(name: string, plural: string): { readonly [Key in DayOrderName]: Key } {
  const values: { readonly [Key in DayOrderName]: Key } = enumObject(DAY_ORDERS);
  registerEnumType(values, {
    name,
    description: `Order of a list of ${plural}.`,
    valuesConfig: { DAY_DESC: { description: 'Latest day first.' }, DAY_ASC: { description: 'Oldest day first.' } },
  });
  return values;
}

export function dayOrderOf(name: DayOrderName): DayOrder {
  return name === 'DAY_ASC' ? 1 : -1;
}
