import { coded, place, arrestParts, rescueParts, assetParts } from './fragments.js';
import { graphql, type ResultOf } from './graphql.js';

export const ALL_ARRESTS = graphql(`
  query AllArrests($first: Int, $after: String, $filter: ArrestFilter) {
    arrests(first: $first, after: $after, filter: $filter) {
      edges { node { ...ArrestParts } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [arrestParts]);

export const ALL_RESCUES = graphql(`
  query AllRescues($first: Int, $after: String, $filter: RescueFilter) {
    rescues(first: $first, after: $after, filter: $filter) {
      edges { node { ...RescueParts } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [rescueParts]);

export const ALL_ASSETS = graphql(`
  query AllAssets($first: Int, $after: String, $filter: AssetFilter) {
    assets(first: $first, after: $after, filter: $filter) {
      edges { node { ...AssetParts } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [assetParts]);

const disclosureParts = graphql(`
  fragment DisclosureParts on Disclosure {
    at subject caseReference recordIds counted
    reader { name country { ...Place } }
    purpose { ...Coded }
  }
`, [coded, place]);

export const ARREST_DISCLOSURES = graphql(`
  query ArrestDisclosures($first: Int, $after: String) {
    arrestDisclosures(first: $first, after: $after) { edges { node { ...DisclosureParts } } pageInfo { hasNextPage endCursor } }
  }
`, [disclosureParts]);

export const ASSET_DISCLOSURES = graphql(`
  query AssetDisclosures($first: Int, $after: String) {
    assetDisclosures(first: $first, after: $after) { edges { node { ...DisclosureParts } } pageInfo { hasNextPage endCursor } }
  }
`, [disclosureParts]);

export const OPERATION_DISCLOSURES = graphql(`
  query OperationDisclosures($first: Int, $after: String) {
    operationDisclosures(first: $first, after: $after) { edges { node { ...DisclosureParts } } pageInfo { hasNextPage endCursor } }
  }
`, [disclosureParts]);

/** What the ids of a disclosure name. An id is of one kind, and what is not there is null. */
export const NAMED_RECORDS = graphql(`
  query NamedRecords($id: ID!) {
    arrest(id: $id) { reference day }
    rescue(id: $id) { reference day }
    asset(id: $id) { reference day }
    operation(id: $id) { code }
  }
`);

export type Disclosure = ResultOf<typeof disclosureParts>;
