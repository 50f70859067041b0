import { graphql, type ResultOf } from './graphql.js';

export const coded = graphql(`fragment Coded on CodedTerm { code label }`);

export const place = graphql(`fragment Place on Country { code numeric name }`);

export const mention = graphql(`fragment Mention on CountryMention { code country { ...Place } }`, [place]);

export const handlingParts = graphql(`fragment HandlingParts on Handling { tlp codes restriction release { purpose { ...Coded } until } }`, [coded]);

export const periodParts = graphql(`
  fragment PeriodParts on Period { start { text from to precision } end { text from to precision } }
`);

export const sourceParts = graphql(`fragment SourceParts on Source { title publisher date url states }`);

export const withheldParts = graphql(`fragment WithheldParts on Withheld { field reason contact }`);

export const personParts = graphql(`
  fragment PersonParts on PersonIdentity {
    name nameOriginal aliases birthDate sex
    nationalities { ...Place }
    documents { type { ...Coded } country { ...Place } number }
    handling { ...HandlingParts }
  }
`, [coded, place, handlingParts]);

export const sumParts = graphql(`
  fragment SumParts on MoneySum { currency { code } network { ...Coded } amount count }
`, [coded]);

export const figureParts = graphql(`
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

export const arrestParts = graphql(`
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

export const rescueParts = graphql(`
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

export const assetParts = graphql(`
  fragment AssetParts on Asset {
    id reference day recordedAt quantity
    originator { name }
    agency { name }
    country { ...Place }
    kind { ...Coded }
    value { amount currency { code } network { ...Coded } }
    custodyState { ...Coded }
    identifiers { holder account walletAddress wallet { id } serials handling { ...HandlingParts } }
    handling { ...HandlingParts }
    withheld { ...WithheldParts }
  }
`, [coded, place, handlingParts, withheldParts]);

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
export type Sum = ResultOf<typeof sumParts>;
