import { recordResultType } from '../../../shared/record/record-result.type.js';
import { ExchangeOperator } from './exchange-operator.type.js';

export const ExchangeOperatorResult = recordResultType(ExchangeOperator, {
  name: 'ExchangeOperator', noun: 'exchangeOperator', spoken: 'exchange operator', one: 'an exchange operator',
});
