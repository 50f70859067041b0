import { joinWords, type Words } from '../battery/words.js';
import { OWNER } from './cast.js';
import { idOf } from './known-ids.js';
import { RECORD_KINDS } from './record-input.js';
import { ACCOUNTS, ACTOR, CRANE, DOCUMENTS, LANTERN, MOSAIC, NAMES, WALLET, type WorldPlan } from './world-plan.js';

const ABSENT_ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const RECORDS_OF_EACH_KIND = 2;

/** What is there in both worlds; whoever asks may read some of it. */
export function baseWords({ records, figures }: WorldPlan): Partial<Words> {
  const ofKind = (kind: string): string[] =>
    records.flatMap((record, index) => (record.kind === kind ? [idOf(record.kind, record.originator, `R-${index}`)] : [])).slice(0, RECORDS_OF_EACH_KIND);
  return {
    ids: {
      ...Object.fromEntries(RECORD_KINDS.map((kind) => [kind, ofKind(kind)])),
      Agency: [idOf('Agency', 'interpol', 'jp-ncb')],
      Operation: [idOf('Operation', 'interpol', 'mosaic'), idOf('Operation', 'europol', 'lantern')],
      CriminalGroup: [idOf('CriminalGroup', OWNER, 'crane')],
      Tag: [idOf('Tag', OWNER, 'tag')],
      ExchangeOperator: [idOf('ExchangeOperator', OWNER, ACTOR)],
      Address: [`ETHEREUM:${WALLET}`],
      ReportedFigure: figures.slice(0, 1).map(({ originator }) => idOf('ReportedFigure', originator, 'F-0')),
    },
    operationCodes: [MOSAIC, LANTERN],
    groupCodes: [CRANE],
    organisationCodes: ['kr-ncb'],
    names: [NAMES[0]],
    documents: [DOCUMENTS[0]],
    accounts: [ACCOUNTS[0]],
    addresses: [WALLET],
    actors: [ACTOR],
    operatorCodes: [`${OWNER}/${ACTOR}`],
  };
}

/** What is in no world, to be compared with what is hidden in one. */
export const ABSENT_WORDS: Partial<Words> = joinWords({
  ids: Object.fromEntries(['Agency', 'Operation', 'Arrest', 'Rescue', 'Asset', 'ReportedFigure', 'Participation', 'CriminalGroup', 'Tag', 'ExchangeOperator'].map((noun) => [noun, [ABSENT_ID]])),
  operationCodes: ['europol/nothing'],
  organisationCodes: ['na-nobody'],
  groupCodes: ['na-ncb/nobody'],
  addresses: ['0x00000000000000000000000000000000000000ab'],
  actors: ['nobody'],
  operatorCodes: ['na-ncb/nobody'],
  names: ['Invented Nobody'],
});
