import { toAmount, type Money as MoneyRecord, type MoneyTotal } from '../../../shared/money/money.js';
import { codedTermOrNull } from '../../../shared/reference/code-lists.js';
import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';
import { Money, MoneySum } from './money.type.js';

export function toMoney({ minorUnits, currency, network, decimals }: MoneyRecord): Money {
  return Object.assign(new Money(), {
    minorUnits,
    currency: currency === null ? null : CurrencyReference.of(currency),
    network: codedTermOrNull('network', network),
    amount: toAmount(BigInt(minorUnits), decimals),
  });
}

export function toMoneySum(total: MoneyTotal): MoneySum {
  return Object.assign(new MoneySum(), toMoney(total), { count: total.count });
}
