import { coded, place, handlingParts, type Handling } from './fragments.js';
import { graphql, type ResultOf, type VariablesOf } from './graphql.js';

export const CODE_LISTS = graphql(`
  query CodeLists {
    codeLists { name terms { ...Coded } }
    currencies { code name withdrawn }
  }
`, [coded]);

export const COUNTRIES = graphql(`
  query Countries($first: Int, $after: String) {
    countries(first: $first, after: $after) {
      edges { node { ...Place } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [place]);

export const ORGANISATIONS = graphql(`
  query Organisations($first: Int, $after: String) {
    agencies(first: $first, after: $after) {
      edges { node { code name class country { ...Place } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [place]);

const receiptParts = graphql(`fragment ReceiptParts on Receipt { seq hash signature }`);

export const RECORD_ARREST = graphql(`
  mutation RecordArrest($input: RecordArrestInput!) {
    recordArrest(input: $input) {
      __typename
      ... on ArrestAccepted { repeated receipt { ...ReceiptParts } record: arrest { id reference recordedAt handling { ...HandlingParts } } }
      ... on InvalidInput { message issues { path message } }
      ... on Forbidden { message }
      ... on NotFound { message }
      ... on Conflict { message }
    }
  }
`, [receiptParts, handlingParts]);

export const RECORD_RESCUE = graphql(`
  mutation RecordRescue($input: RecordRescueInput!) {
    recordRescue(input: $input) {
      __typename
      ... on RescueAccepted { repeated receipt { ...ReceiptParts } record: rescue { id reference recordedAt handling { ...HandlingParts } } }
      ... on InvalidInput { message issues { path message } }
      ... on Forbidden { message }
      ... on NotFound { message }
      ... on Conflict { message }
    }
  }
`, [receiptParts, handlingParts]);

export const RECORD_ASSET = graphql(`
  mutation RecordAsset($input: RecordAssetInput!) {
    recordAsset(input: $input) {
      __typename
      ... on AssetAccepted { repeated receipt { ...ReceiptParts } record: asset { id reference recordedAt handling { ...HandlingParts } } }
      ... on InvalidInput { message issues { path message } }
      ... on Forbidden { message }
      ... on NotFound { message }
      ... on Conflict { message }
    }
  }
`, [receiptParts, handlingParts]);

export type RecordArrestInput = VariablesOf<typeof RECORD_ARREST>['input'];
export type RecordRescueInput = VariablesOf<typeof RECORD_RESCUE>['input'];
export type RecordAssetInput = VariablesOf<typeof RECORD_ASSET>['input'];
export type HandlingInput = RecordArrestInput['handling'];
export type HandlingCode = Handling['codes'][number];
export type PersonIdentityInput = NonNullable<RecordArrestInput['suspect']>;
export type AssetIdentifiersInput = NonNullable<RecordAssetInput['identifiers']>;
export type MoneyInput = NonNullable<RecordAssetInput['value']>;
export type Receipt = ResultOf<typeof receiptParts>;
export type Outcome =
  | ResultOf<typeof RECORD_ARREST>['recordArrest']
  | ResultOf<typeof RECORD_RESCUE>['recordRescue']
  | ResultOf<typeof RECORD_ASSET>['recordAsset'];
