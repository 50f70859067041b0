import { assetParts, coded, handlingParts, place } from './fragments.js';
import { graphql, type ResultOf } from './graphql.js';

const tagParts = graphql(`
  fragment TagParts on Tag {
    id label source confidenceLevel lastModified actor
    confidence { ...Coded }
    category { ...Coded }
    abuse { ...Coded }
    originator { name }
    handling { ...HandlingParts }
  }
`, [coded, handlingParts]);

const operatorParts = graphql(`
  fragment OperatorParts on ExchangeOperator {
    id name webAddresses
    categories { ...Coded }
    jurisdictions { country { ...Place } bureau { name } }
    originator { name }
    handling { ...HandlingParts }
  }
`, [coded, place, handlingParts]);

export const WALLET = graphql(`
  query Wallet($network: String!, $address: String!) {
    address(network: $network, address: $address) {
      id address isPartial
      network { ...Coded }
      disagreements { about statements { value tagCount sources term { ...Coded } } }
      operators { ...OperatorParts }
      elsewhere { id network { ...Coded } }
    }
  }
`, [coded, operatorParts]);

export const WALLET_TAGS = graphql(`
  query WalletTags($network: String!, $address: String!, $first: Int, $after: String) {
    address(network: $network, address: $address) {
      tags(first: $first, after: $after) { edges { node { ...TagParts } } pageInfo { hasNextPage endCursor } }
    }
  }
`, [tagParts]);

export const WALLET_ASSETS = graphql(`
  query WalletAssets($network: String!, $address: String!, $first: Int, $after: String) {
    address(network: $network, address: $address) {
      assets(first: $first, after: $after) { edges { node { ...AssetParts } } pageInfo { hasNextPage endCursor } }
    }
  }
`, [assetParts]);

export type Tag = ResultOf<typeof tagParts>;
export type Operator = ResultOf<typeof operatorParts>;
export type WalletAnswer = ResultOf<typeof WALLET>['address'];
