import { coded, place, mention, handlingParts, periodParts, sourceParts, sumParts, figureParts, arrestParts, rescueParts, assetParts } from './fragments.js';
import { graphql, type ResultOf, type VariablesOf } from './graphql.js';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      subject roles maxTlp caseReference notice
      organisation { code name country { ...Place } }
      purpose { ...Coded }
      purposes { ...Coded }
    }
  }
`, [coded, place]);

export const OPERATIONS = graphql(`
  query Operations($first: Int, $after: String, $filter: OperationFilter) {
    operations(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          code name exercise coordinatorsAsPublished
          coordinator { code name }
          period { ...PeriodParts }
          crimeTypes { ...Coded }
          countryCount { value qualifier { ...Coded } named notNamed }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [coded, periodParts]);

export const OPERATION = graphql(`
  query Operation($code: String!) {
    operation(code: $code) {
      code name exercise coordinatorsAsPublished confidence
      coordinator { code name }
      period { ...PeriodParts }
      crimeTypes { ...Coded }
      countryCount { value qualifier { ...Coded } named namedTerritories notNamed }
      mentions { ...Mention }
      conflicts { measure { ...Coded } country { ...Mention } values note }
      sources { ...SourceParts }
      handling { ...HandlingParts }
    }
  }
`, [coded, mention, periodParts, sourceParts, handlingParts]);

export const REPORTED_FIGURES = graphql(`
  query ReportedFigures($code: String!, $first: Int, $after: String) {
    operation(code: $code) {
      reportedFigures(first: $first, after: $after) {
        edges { node { ...FigureParts } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`, [figureParts]);

export const ARREST_TALLY = graphql(`
  query ArrestTally($code: String!, $filter: ArrestFilter, $asOf: DateTimeISO) {
    operation(code: $code) {
      arrestTally(filter: $filter, asOf: $asOf) { status count asOf byCountry { country { ...Place } count } }
    }
  }
`, [place]);

export const RESCUE_TALLY = graphql(`
  query RescueTally($code: String!, $filter: RescueFilter, $asOf: DateTimeISO) {
    operation(code: $code) {
      rescueTally(filter: $filter, asOf: $asOf) { status count asOf byCountry { country { ...Place } count } }
    }
  }
`, [place]);

export const ASSET_TALLY = graphql(`
  query AssetTally($code: String!, $filter: AssetFilter, $asOf: DateTimeISO) {
    operation(code: $code) {
      assetTally(filter: $filter, asOf: $asOf) {
        status count asOf
        byCountry { country { ...Place } count sums { ...SumParts } }
        sums { ...SumParts }
      }
    }
  }
`, [place, sumParts]);

export const ARRESTS = graphql(`
  query Arrests($code: String!, $first: Int, $after: String, $filter: ArrestFilter) {
    operation(code: $code) {
      arrests(first: $first, after: $after, filter: $filter) {
        edges { node { ...ArrestParts } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`, [arrestParts]);

export const RESCUES = graphql(`
  query Rescues($code: String!, $first: Int, $after: String, $filter: RescueFilter) {
    operation(code: $code) {
      rescues(first: $first, after: $after, filter: $filter) {
        edges { node { ...RescueParts } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`, [rescueParts]);

export const ASSETS = graphql(`
  query Assets($code: String!, $first: Int, $after: String, $filter: AssetFilter) {
    operation(code: $code) {
      assets(first: $first, after: $after, filter: $filter) {
        edges { node { ...AssetParts } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`, [assetParts]);

export const PARTICIPATIONS = graphql(`
  query Participations($code: String!, $first: Int, $after: String) {
    operation(code: $code) {
      participations(first: $first, after: $after) {
        edges { node { id role founding joinedAt endedAt organisation { name country { ...Place } } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`, [place]);

export type ArrestFilter = NonNullable<VariablesOf<typeof ARRESTS>['filter']>;
export type RescueFilter = NonNullable<VariablesOf<typeof RESCUES>['filter']>;
export type AssetFilter = NonNullable<VariablesOf<typeof ASSETS>['filter']>;
export type ViewerIdentity = ResultOf<typeof VIEWER>['viewer'];
export type OperationRow = ResultOf<typeof OPERATIONS>['operations']['edges'][number]['node'];
export type Operation = NonNullable<ResultOf<typeof OPERATION>['operation']>;
