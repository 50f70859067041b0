import { ARREST_TALLY, ASSET_TALLY, REPORTED_FIGURES, RESCUE_TALLY } from '../api/documents.js';
import type { Figure } from '../api/fragments.js';
import type { ResultOf } from '../api/graphql.js';
import { useAddress } from '../address/use-address.js';
import { useAnswer, type Asked } from '../api/use-answer.js';
import { usePages, type Pages } from '../api/use-pages.js';

type ArrestTallied = NonNullable<ResultOf<typeof ARREST_TALLY>['operation']>['arrestTally'];
type RescueTallied = NonNullable<ResultOf<typeof RESCUE_TALLY>['operation']>['rescueTally'];
type AssetTallied = NonNullable<ResultOf<typeof ASSET_TALLY>['operation']>['assetTally'];
export interface Tallies {
  readonly arrests: Asked<ResultOf<typeof ARREST_TALLY>>;
  readonly rescues: Asked<ResultOf<typeof RESCUE_TALLY>>;
  readonly assets: Asked<ResultOf<typeof ASSET_TALLY>>;
}
export interface Counted {
  readonly arrests: ArrestTallied | null;
  readonly rescues: RescueTallied | null;
  readonly assets: AssetTallied | null;
}

const PAGE = 50;

/** Statements from publications, all of them: a part of them would tell another story. */
export function useReported(code: string): Pages<Figure> {
  return usePages({
    document: REPORTED_FIGURES,
    variables: { code },
    pick: (data) => data.operation?.reportedFigures,
    pageSize: PAGE,
    whole: true,
  });
}

/** Each tally is asked for by itself, so that one that fails costs only its own place. All are of the instant in the address. */
export function useTallies(code: string): Tallies {
  const { asOf } = useAddress().address;
  return {
    arrests: useAnswer(ARREST_TALLY, { code, asOf }),
    rescues: useAnswer(RESCUE_TALLY, { code, asOf }),
    assets: useAnswer(ASSET_TALLY, { code, asOf }),
  };
}

export function countedOf({ arrests, rescues, assets }: Tallies): Counted {
  return {
    arrests: arrests.state === 'answered' ? (arrests.data.operation?.arrestTally ?? null) : null,
    rescues: rescues.state === 'answered' ? (rescues.data.operation?.rescueTally ?? null) : null,
    assets: assets.state === 'answered' ? (assets.data.operation?.assetTally ?? null) : null,
  };
}
