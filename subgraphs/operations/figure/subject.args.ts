import { ArgsType, Field, ID } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import { findCurrency } from '../../../shared/reference/currencies.js';
import type { Subject } from './whole-bounds.js';

const MONEY = 'AMOUNT';

/** What reported figures are compared by. */
@ArgsType()
export class SubjectArgs {
  @Field(() => String, { description: 'What is measured (code list `measure`).' })
  measure!: string;

  @Field(() => String, { nullable: true, description: 'For money, where it must be said: what happened to it (code list `meaning`). Seized is not recovered.' })
  meaning?: string | null;

  @Field(() => String, { nullable: true, description: 'For money: which assets (code list `assetClass`); left out, all of them together.' })
  assetClass?: string | null;

  @Field(() => ID, { nullable: true, description: 'For money, where it must be said: ISO 4217 code. Figures in other currencies are not converted and do not count.' })
  currency?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True: only exercises; false: only real operations. They are never compared with each other.' })
  exercise!: boolean;
}

/** Reads the subject; throws BAD_USER_INPUT that names the argument and the fix. */
export function subjectFrom({ measure, meaning, assetClass, currency }: SubjectArgs): Subject {
  searchText('measure', measure);
  if (measure !== MONEY) {
    for (const [argument, value] of Object.entries({ meaning, assetClass, currency })) {
      if (value != null) throw new CodedError('BAD_USER_INPUT', `\`${argument}\` goes with the measure ${MONEY} alone: leave it out.`);
    }
    return { measure, meaning: null, assetClass: null, currency: null };
  }
  if (meaning == null) throw new CodedError('BAD_USER_INPUT', 'Money is compared in one meaning: say `meaning`, such as "SEIZED".');
  if (currency == null) throw new CodedError('BAD_USER_INPUT', 'Money is compared in one currency: say `currency`, such as "USD".');
  if (findCurrency(searchText('currency', currency)) === undefined) throw new CodedError('BAD_USER_INPUT', '`currency` is no ISO 4217 code: use one such as "USD".');
  return { measure, meaning: searchText('meaning', meaning), assetClass: searchText('assetClass', assetClass ?? 'ALL'), currency };
}
