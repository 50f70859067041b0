import { registerEnumType } from 'type-graphql';
import { CodedError } from '../errors/coded-error.js';
import { enumObject } from '../graphql/enums.js';
import type { TallyKind } from './tally-kind.js';
import { dimensionsOf, type Dimension } from './tally-query.js';

export const TALLY_DIMENSIONS = ['COUNTRY', 'OPERATION', 'MONTH', 'QUARTER', 'YEAR', 'CRIME_TYPE', 'ROLE', 'VICTIM_STATE', 'ASSET_KIND', 'CUSTODY_STATE'] as const;
export type TallyDimension = (typeof TALLY_DIMENSIONS)[number];
export const TallyDimensionEnum: { readonly [Key in TallyDimension]: Key } = enumObject(TALLY_DIMENSIONS);
registerEnumType(TallyDimensionEnum, {
  name: 'TallyDimension',
  description: 'By what a tally is broken down.',
  valuesConfig: {
    COUNTRY: { description: 'The country in which it happened.' },
    OPERATION: { description: 'The operation under which it was recorded.' },
    MONTH: { description: 'The month of the day on which it happened (`2024-05`).' },
    QUARTER: { description: 'The quarter of that day (`2024-Q2`).' },
    YEAR: { description: 'The year of that day (`2024`).' },
    CRIME_TYPE: { description: 'Arrests: the principal crime type, one for each.' },
    ROLE: { description: 'Arrests: the role in the group.' },
    VICTIM_STATE: { description: 'Rescues: the state of the victim.' },
    ASSET_KIND: { description: 'Assets: the kind.' },
    CUSTODY_STATE: {
      description: 'Assets: where their parts stand in the custody chain. An asset whose parts stand in several states counts in each of them, so these rows may add up to more than the count; the sums still add up.',
    },
  },
});

interface Breakdown {
  readonly dimension: Dimension;
  /** The list of its codes, where it has one. */
  readonly codeList: string | null;
}

const BREAKDOWNS: Readonly<Record<TallyDimension, Breakdown>> = {
  COUNTRY: { dimension: 'country', codeList: null },
  OPERATION: { dimension: 'operation', codeList: null },
  MONTH: { dimension: 'month', codeList: null },
  QUARTER: { dimension: 'quarter', codeList: null },
  YEAR: { dimension: 'year', codeList: null },
  CRIME_TYPE: { dimension: 'crimeType', codeList: 'crimeType' },
  ROLE: { dimension: 'role', codeList: 'role' },
  VICTIM_STATE: { dimension: 'victimState', codeList: 'victimState' },
  ASSET_KIND: { dimension: 'kind', codeList: 'assetKind' },
  CUSTODY_STATE: { dimension: 'custodyState', codeList: 'custodyState' },
};

export function codeListOf(dimension: TallyDimension): string | null {
  return BREAKDOWNS[dimension].codeList;
}

/** By what the cells are grouped; BAD_USER_INPUT for a dimension that these records do not have. */
export function cellDimension(dimension: TallyDimension, argument: string, kind: Pick<TallyKind<never>, 'collection' | 'axes' | 'custody'>): Dimension {
  const known = dimensionsOf(kind);
  const wanted = BREAKDOWNS[dimension].dimension;
  if (known.includes(wanted)) return wanted;
  const names = TALLY_DIMENSIONS.filter((name) => known.includes(BREAKDOWNS[name].dimension));
  throw new CodedError('BAD_USER_INPUT', `\`${argument}\`: ${kind.collection} have no ${dimension}; use one of ${names.join(', ')}.`);
}
