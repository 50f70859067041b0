import { coded, place, sumParts } from './fragments.js';
import { graphql, type ResultOf } from './graphql.js';

const tallyKey = graphql(`
  fragment TallyKeyParts on TallyKey { dimension value label term { ...Coded } country { ...Place } }
`, [coded, place]);

export const ARREST_BREAKDOWN = graphql(`
  query ArrestBreakdown($code: String!, $asOf: DateTimeISO) {
    operation(code: $code) {
      arrestTally(asOf: $asOf) {
        count countedOnce
        months: table(rows: MONTH, columns: CRIME_TYPE) { row { ...TallyKeyParts } column { ...TallyKeyParts } count }
        countries: rows(by: COUNTRY) { key { ...TallyKeyParts } count }
        roles: rows(by: ROLE) { key { ...TallyKeyParts } count }
        explanation { rule }
      }
    }
  }
`, [tallyKey]);

export const RESCUE_BREAKDOWN = graphql(`
  query RescueBreakdown($code: String!, $asOf: DateTimeISO) {
    operation(code: $code) {
      rescueTally(asOf: $asOf) {
        count countedOnce
        months: table(rows: MONTH, columns: VICTIM_STATE) { row { ...TallyKeyParts } column { ...TallyKeyParts } count }
        countries: rows(by: COUNTRY) { key { ...TallyKeyParts } count }
        states: rows(by: VICTIM_STATE) { key { ...TallyKeyParts } count }
        explanation { rule }
      }
    }
  }
`, [tallyKey]);

const convertedParts = graphql(`
  fragment ConvertedParts on ConvertedSum {
    currency { code minorUnits } amount
    unconverted { currency { code } network { ...Coded } reason }
  }
`, [coded]);

export const ASSET_BREAKDOWN = graphql(`
  query AssetBreakdown($code: String!, $asOf: DateTimeISO, $convertTo: ID) {
    operation(code: $code) {
      assetTally(asOf: $asOf) {
        count countedOnce
        sums { ...SumParts }
        sumsCountedOnce { ...SumParts }
        months: table(rows: MONTH, columns: ASSET_KIND) { row { ...TallyKeyParts } column { ...TallyKeyParts } count }
        countries: rows(by: COUNTRY, convertTo: $convertTo) { key { ...TallyKeyParts } count sums { ...SumParts } converted { ...ConvertedParts } }
        kinds: rows(by: ASSET_KIND, convertTo: $convertTo) { key { ...TallyKeyParts } count sums { ...SumParts } converted { ...ConvertedParts } }
        custody: table(rows: ASSET_KIND, columns: CUSTODY_STATE) { row { ...TallyKeyParts } column { ...TallyKeyParts } count sums { ...SumParts } }
        explanation(convertTo: $convertTo) { rule converted { ...ConvertedParts } }
      }
    }
  }
`, [tallyKey, sumParts, convertedParts]);

const countedRecordParts = graphql(`
  fragment CountedRecordParts on CountedRecord {
    id day countedFrom countedUntil country { ...Place } crimeType { ...Coded } role { ...Coded } victimState { ...Coded }
  }
`, [coded, place]);

export const ARREST_EVIDENCE = graphql(`
  query ArrestEvidence($code: String!, $filter: ArrestFilter, $asOf: DateTimeISO, $first: Int, $after: String) {
    operation(code: $code) {
      arrestTally(filter: $filter, asOf: $asOf) {
        explanation { records(first: $first, after: $after) { edges { node { ...CountedRecordParts } } pageInfo { hasNextPage endCursor } } }
      }
    }
  }
`, [countedRecordParts]);

export const RESCUE_EVIDENCE = graphql(`
  query RescueEvidence($code: String!, $filter: RescueFilter, $asOf: DateTimeISO, $first: Int, $after: String) {
    operation(code: $code) {
      rescueTally(filter: $filter, asOf: $asOf) {
        explanation { records(first: $first, after: $after) { edges { node { ...CountedRecordParts } } pageInfo { hasNextPage endCursor } } }
      }
    }
  }
`, [countedRecordParts]);

const countedAssetParts = graphql(`
  fragment CountedAssetParts on CountedAsset {
    id day countedFrom countedUntil country { ...Place } kind { ...Coded }
    parts { custodyState { ...Coded } }
    amount { amount currency { code } network { ...Coded } }
  }
`, [coded, place]);

export const ASSET_EVIDENCE = graphql(`
  query AssetEvidence($code: String!, $filter: AssetFilter, $asOf: DateTimeISO, $first: Int, $after: String) {
    operation(code: $code) {
      assetTally(filter: $filter, asOf: $asOf) {
        explanation { records(first: $first, after: $after) { edges { node { ...CountedAssetParts } } pageInfo { hasNextPage endCursor } } }
      }
    }
  }
`, [countedAssetParts]);

export type TallyKey = ResultOf<typeof tallyKey>;
export type ConvertedSum = ResultOf<typeof convertedParts>;
export type CountedRecord = ResultOf<typeof countedRecordParts>;
export type CountedAsset = ResultOf<typeof countedAssetParts>;
