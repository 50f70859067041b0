import { CodedError } from '../../../shared/errors/coded-error.js';
import { convertSum, type DatedMoney, type TargetCurrency } from '../../../shared/money/convert.js';
import { targetCurrency } from '../../../shared/money/target-currency.js';
import { referenceRates } from '../../../shared/reference/reference-rates.js';
import type { ConvertedSum } from '../money/converted-sum.type.js';
import { toConvertedSum } from '../money/converted-sum.view.js';

/** The currency that a viewer names; BAD_USER_INPUT where nothing can be converted to it. */
export function requireTarget(code: string, argument: string): TargetCurrency {
  const found = targetCurrency(code, referenceRates());
  if ('fault' in found) throw new CodedError('BAD_USER_INPUT', `\`${argument}\`: ${found.fault}`);
  return found.target;
}

export function converted(money: readonly DatedMoney[], target: TargetCurrency): ConvertedSum {
  return toConvertedSum(convertSum(money, target, referenceRates()));
}
