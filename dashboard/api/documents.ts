import { graphql, type ResultOf, type VariablesOf } from './graphql.js';

const coded = graphql(`fragment Coded on CodedTerm { code label }`);
const place = graphql(`fragment Place on Country { code numeric name }`);
const mention = graphql(`fragment Mention on CountryMention { code country { ...Place } }`, [place]);
const handlingParts = graphql(`fragment HandlingParts on Handling { tlp codes restriction release { purpose { ...Coded } until } }`, [coded]);
const periodParts = graphql(`
  fragment PeriodParts on Period { start { text from to precision } end { text from to precision } }
`);
const sourceParts = graphql(`fragment SourceParts on Source { title publisher date url states }`);
const withheldParts = graphql(`fragment WithheldParts on Withheld { field reason contact }`);
const personParts = graphql(`
  fragment PersonParts on PersonIdentity {
    name nameOriginal aliases birthDate sex
    nationalities { ...Place }
    documents { type { ...Coded } country { ...Place } number }
    handling { ...HandlingParts }
  }
`, [coded, place, handlingParts]);

const sumParts = graphql(`
  fragment SumParts on MoneySum { currency { code } network { ...Coded } amount count }
`, [coded]);

const figureParts = graphql(`
  fragment FigureParts on ReportedFigure {
    id value lower upper note
    measure { ...Coded }
    qualifier { ...Coded }
    currencyCode
    currency { name }
    meaning { ...Coded }
    assetClass { ...Coded }
    countries { ...Mention }
    source { ...SourceParts }
    reportedBy { name }
    history { value qualifier { ...Coded } note recordedAt }
    handling { ...HandlingParts }
  }
`, [coded, mention, sourceParts, handlingParts]);

const arrestParts = graphql(`
  fragment ArrestParts on Arrest {
    id reference day recordedAt
    originator { name }
    agency { name }
    country { ...Place }
    countriesOfCommission { ...Place }
    countriesOfVictims { ...Place }
    crimeType { ...Coded }
    furtherCrimeTypes { ...Coded }
    methods { ...Coded }
    contactModes { ...Coded }
    role { ...Coded }
    evaluation { source information }
    suspect { ...PersonParts }
    handling { ...HandlingParts }
    withheld { ...WithheldParts }
  }
`, [coded, place, personParts, handlingParts, withheldParts]);

const rescueParts = graphql(`
  fragment RescueParts on Rescue {
    id reference day recordedAt
    originator { name }
    agency { name }
    country { ...Place }
    victimState { ...Coded }
    person { ...PersonParts }
    handling { ...HandlingParts }
    withheld { ...WithheldParts }
  }
`, [coded, place, personParts, handlingParts, withheldParts]);

const assetParts = graphql(`
  fragment AssetParts on Asset {
    id reference day recordedAt quantity
    originator { name }
    agency { name }
    country { ...Place }
    kind { ...Coded }
    value { amount currency { code } network { ...Coded } }
    custodyState { ...Coded }
    identifiers { holder account walletAddress serials handling { ...HandlingParts } }
    handling { ...HandlingParts }
    withheld { ...WithheldParts }
  }
`, [coded, place, handlingParts, withheldParts]);

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      subject maxTlp caseReference notice
      organisation { name country { ...Place } }
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
  query ArrestTally($code: String!, $filter: ArrestFilter) {
    operation(code: $code) {
      arrestTally(filter: $filter) { status count asOf byCountry { country { ...Place } count } }
    }
  }
`, [place]);

export const RESCUE_TALLY = graphql(`
  query RescueTally($code: String!, $filter: RescueFilter) {
    operation(code: $code) {
      rescueTally(filter: $filter) { status count asOf byCountry { country { ...Place } count } }
    }
  }
`, [place]);

export const ASSET_TALLY = graphql(`
  query AssetTally($code: String!, $filter: AssetFilter) {
    operation(code: $code) {
      assetTally(filter: $filter) {
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

export type Coded = ResultOf<typeof coded>;
export type Place = ResultOf<typeof place>;
export type Handling = ResultOf<typeof handlingParts>;
export type Tlp = Handling['tlp'];
export type Withheld = ResultOf<typeof withheldParts>;
export type Source = ResultOf<typeof sourceParts>;
export type Period = ResultOf<typeof periodParts>;
export type Person = ResultOf<typeof personParts>;
export type Mention = ResultOf<typeof mention>;
export type Figure = ResultOf<typeof figureParts>;
export type Arrest = ResultOf<typeof arrestParts>;
export type Rescue = ResultOf<typeof rescueParts>;
export type Asset = ResultOf<typeof assetParts>;
export type ArrestFilter = NonNullable<VariablesOf<typeof ARRESTS>['filter']>;
export type RescueFilter = NonNullable<VariablesOf<typeof RESCUES>['filter']>;
export type AssetFilter = NonNullable<VariablesOf<typeof ASSETS>['filter']>;
export type Sum = ResultOf<typeof sumParts>;
export type ViewerIdentity = ResultOf<typeof VIEWER>['viewer'];
export type OperationRow = ResultOf<typeof OPERATIONS>['operations']['edges'][number]['node'];
export type Operation = NonNullable<ResultOf<typeof OPERATION>['operation']>;
