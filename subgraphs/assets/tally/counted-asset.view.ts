import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { sumByUnit } from '../../../shared/money/money.js';
import { isReadableOperation } from '../../../shared/record/readable-operation-key.js';
import { codedTerm } from '../../../shared/reference/code-lists.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { countedLots, type CountedEvidence } from '../../../shared/tally/counted-version.js';
import type { OpenedTally } from '../../../shared/tally/open-tally.js';
import type { TallyConditions } from '../../../shared/tally/tally-query.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toMoney } from '../money/money.view.js';
import { OperationStub } from '../references/operation.stub.js';
import { CountedAsset, CountedPart } from './counted-asset.type.js';

/** What the world sees of a counted version that its store has let through; `where` says which of its parts count. */
export function toCountedAsset(
  runtime: Pick<SubgraphRuntime, 'directory' | 'visible'>,
  viewer: Viewer,
  where: TallyConditions,
  { countedOnceAs }: Pick<OpenedTally, 'countedOnceAs'>,
  { id, facets, from, until }: CountedEvidence,
): CountedAsset {
  const { country, day, operation, codes } = facets;
  const lots = countedLots(facets, where);
  const [total] = sumByUnit(lots.flatMap(({ value }) => (value === null ? [] : [value])));
  return Object.assign(new CountedAsset(), {
    id,
    country: CountryReference.of(country),
    day,
    operation: isReadableOperation(runtime, viewer, operation) ? OperationStub.of(operation) : null,
    kind: codedTerm('assetKind', codes.kind ?? ''),
    parts: lots.map(({ custodyState, value }) =>
      Object.assign(new CountedPart(), { custodyState: codedTerm('custodyState', custodyState ?? ''), value: value === null ? null : toMoney(value) }),
    ),
    amount: total === undefined ? null : toMoney(total),
    countedFrom: from,
    countedUntil: until,
    onceAs: () => countedOnceAs(id),
  });
}
