import type { JSX } from 'preact';
import { ALL_ARRESTS, ALL_ASSETS, ALL_RESCUES } from '../api/desk-documents.js';
import { usePages } from '../api/use-pages.js';
import { RECORD_KINDS } from '../address/address.js';
import { useAddress } from '../address/use-address.js';
import { useWords } from '../language/language.js';
import { ArrestRow, ARREST_COLUMNS } from '../records/arrest-row.js';
import { AssetRow, ASSET_COLUMNS } from '../records/asset-row.js';
import { RecordsTable } from '../records/records-table.js';
import { RescueRow, RESCUE_COLUMNS } from '../records/rescue-row.js';

interface DeskRecordsProps {
  readonly which: 'given' | 'released';
}

const PAGE = 100;
const CONDITIONS = { given: { originator: 'mine' }, released: { releasedToMe: true } } as const;

export function DeskRecords({ which }: DeskRecordsProps): JSX.Element {
  const { t } = useWords();
  const { address, adjust } = useAddress();
  const kind = address.records ?? 'arrests';
  return (
    <>
      <div class="records-choices">
        <div class="switch" role="group" aria-label={t('records.title')}>
          {RECORD_KINDS.map((choice) => (
            <button key={choice} type="button" aria-pressed={choice === kind} onClick={() => adjust({ records: choice })}>{t(`counted.${choice}`)}</button>
          ))}
        </div>
      </div>
      {kind === 'arrests' && <Arrests which={which} />}
      {kind === 'rescues' && <Rescues which={which} />}
      {kind === 'assets' && <Assets which={which} />}
    </>
  );
}

function Arrests({ which }: DeskRecordsProps): JSX.Element {
  const { t } = useWords();
  const pages = usePages({ document: ALL_ARRESTS, variables: { filter: CONDITIONS[which] }, pick: (data) => data.arrests, pageSize: PAGE });
  return <RecordsTable kind="arrests" pages={pages} count={null} columns={ARREST_COLUMNS} Row={ArrestRow} none={t(`desk.${which}None`)} />;
}

function Rescues({ which }: DeskRecordsProps): JSX.Element {
  const { t } = useWords();
  const pages = usePages({ document: ALL_RESCUES, variables: { filter: CONDITIONS[which] }, pick: (data) => data.rescues, pageSize: PAGE });
  return <RecordsTable kind="rescues" pages={pages} count={null} columns={RESCUE_COLUMNS} Row={RescueRow} none={t(`desk.${which}None`)} />;
}

function Assets({ which }: DeskRecordsProps): JSX.Element {
  const { t } = useWords();
  const pages = usePages({ document: ALL_ASSETS, variables: { filter: CONDITIONS[which] }, pick: (data) => data.assets, pageSize: PAGE });
  return <RecordsTable kind="assets" pages={pages} count={null} columns={ASSET_COLUMNS} Row={AssetRow} none={t(`desk.${which}None`)} />;
}
