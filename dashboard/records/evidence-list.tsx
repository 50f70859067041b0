import type { JSX } from 'preact';
import { ARREST_EVIDENCE, ASSET_EVIDENCE, RESCUE_EVIDENCE } from '../api/tally-documents.js';
import { usePages } from '../api/use-pages.js';
import type { RecordKind } from '../address/address.js';
import type { Narrowing } from '../address/narrowing.js';
import { COUNTED_ARREST_COLUMNS, CountedArrestRow } from './counted-arrest-row.js';
import { COUNTED_ASSET_COLUMNS, CountedAssetRow } from './counted-asset-row.js';
import { COUNTED_RESCUE_COLUMNS, CountedRescueRow } from './counted-rescue-row.js';
import { arrestFilter, assetFilter, rescueFilter } from './record-filter.js';
import { RecordsTable } from './records-table.js';

interface EvidenceListProps {
  readonly kind: RecordKind;
  readonly code: string;
  readonly narrowed: Narrowing;
  readonly asOf: string;
  readonly count: number | null;
}

const PAGE = 100;

/** The versions that counted at an instant, those corrected or retracted since among them. */
export function EvidenceList({ kind, ...list }: EvidenceListProps): JSX.Element {
  switch (kind) {
    case 'arrests':
      return <Arrests {...list} />;
    case 'rescues':
      return <Rescues {...list} />;
    case 'assets':
      return <Assets {...list} />;
  }
}

type ListProps = Omit<EvidenceListProps, 'kind'>;

function Arrests({ code, narrowed, asOf, count }: ListProps): JSX.Element {
  const pages = usePages({
    document: ARREST_EVIDENCE, variables: { code, asOf, filter: arrestFilter(narrowed) },
    pick: (data) => data.operation?.arrestTally.explanation.records, pageSize: PAGE,
  });
  return <RecordsTable kind="arrests" pages={pages} count={count} columns={COUNTED_ARREST_COLUMNS} Row={CountedArrestRow} />;
}

function Rescues({ code, narrowed, asOf, count }: ListProps): JSX.Element {
  const pages = usePages({
    document: RESCUE_EVIDENCE, variables: { code, asOf, filter: rescueFilter(narrowed) },
    pick: (data) => data.operation?.rescueTally.explanation.records, pageSize: PAGE,
  });
  return <RecordsTable kind="rescues" pages={pages} count={count} columns={COUNTED_RESCUE_COLUMNS} Row={CountedRescueRow} />;
}

function Assets({ code, narrowed, asOf, count }: ListProps): JSX.Element {
  const pages = usePages({
    document: ASSET_EVIDENCE, variables: { code, asOf, filter: assetFilter(narrowed) },
    pick: (data) => data.operation?.assetTally.explanation.records, pageSize: PAGE,
  });
  return <RecordsTable kind="assets" pages={pages} count={count} columns={COUNTED_ASSET_COLUMNS} Row={CountedAssetRow} />;
}
