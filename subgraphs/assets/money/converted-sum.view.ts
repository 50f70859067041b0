import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';
import type { Conversion as ConversionRecord, ConvertedAmount, UnconvertedAmount } from '../../../shared/money/convert.js';
import { toAmount } from '../../../shared/money/money.js';
import { codedTermOrNull } from '../../../shared/reference/code-lists.js';
import type { ReferenceRate } from '../../../shared/reference/reference-rates.js';
import { Conversion, ConvertedSum, Unconverted } from './converted-sum.type.js';

export function toConvertedSum({ target, minorUnits, converted, unconverted }: ConversionRecord): ConvertedSum {
  return Object.assign(new ConvertedSum(), {
    currency: CurrencyReference.of(target.currency),
    amount: minorUnits === null ? null : toAmount(minorUnits, target.decimals),
    minorUnits: minorUnits === null ? null : minorUnits.toString(),
    conversions: converted.map(toConversion),
    unconverted: unconverted.map(toUnconverted),
  });
}

function toConversion({ currency, day, minorUnits, decimals, rates }: ConvertedAmount): Conversion {
  return Object.assign(new Conversion(), {
    currency: CurrencyReference.of(currency),
    day,
    minorUnits,
    amount: toAmount(BigInt(minorUnits), decimals),
    rate: rates === null ? null : rateText(rates.source),
    rateDate: rates?.source.date ?? null,
    targetRate: rates === null ? null : rateText(rates.target),
    targetRateDate: rates?.target.date ?? null,
  });
}

function toUnconverted({ money: { currency, network, day, minorUnits, decimals }, why }: UnconvertedAmount): Unconverted {
  return Object.assign(new Unconverted(), {
    currency: currency === null ? null : CurrencyReference.of(currency),
    network: codedTermOrNull('network', network),
    day,
    minorUnits,
    amount: toAmount(BigInt(minorUnits), decimals),
    reason: why.reason,
    missingRateOf: 'currency' in why ? CurrencyReference.of(why.currency) : null,
  });
}

function rateText({ digits, decimals }: ReferenceRate): string {
  return toAmount(digits, decimals);
}
