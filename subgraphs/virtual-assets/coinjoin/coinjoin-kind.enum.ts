import { registerEnumType } from 'type-graphql';
import { enumObject } from '../../../shared/graphql/enums.js';
import { COIN_JOIN_KINDS, type CoinJoinKind } from './coinjoin.js';

export const CoinJoinKindEnum: { readonly [Key in CoinJoinKind]: Key } = enumObject(COIN_JOIN_KINDS);
registerEnumType(CoinJoinKindEnum, {
  name: 'CoinJoinKind',
  description: 'Shapes of transactions in which strangers spend together so that nobody can tell who paid whom. Recognised by shape alone.',
  valuesConfig: {
    JOINMARKET: { description: 'JoinMarket.' },
    WASABI_1_0: { description: 'Wasabi Wallet 1.0.' },
    WASABI_1_1: { description: 'Wasabi Wallet 1.1.' },
    WASABI_2_0: { description: 'Wasabi Wallet 2.0 (WabiSabi).' },
    WHIRLPOOL: { description: 'Samourai Whirlpool.' },
  },
});
