import type { HandlingInput } from '../shared/graphql/handling.input.js';
import type { RegisterOperationInput } from '../subgraphs/operations/operation/operation.inputs.js';
import type { RecordArrestInput } from '../subgraphs/arrests/arrest/arrest.inputs.js';
import type { RecordRescueInput } from '../subgraphs/arrests/rescue/rescue.inputs.js';
import type { RecordAssetInput } from '../subgraphs/assets/asset/asset.inputs.js';

/** The small exercise: some dozens of invented records under every handling. Plainly marked, never summed with real ones. */
export const MOSAIC_COORDINATOR = 'interpol';
export const MOSAIC_CODE = 'interpol/exercise-mosaic';

export const MOSAIC: RegisterOperationInput = {
  reference: 'exercise-mosaic',
  name: 'EXERCISE MOSAIC',
  exercise: true,
  start: '2026-03-02',
  end: '2026-04-30',
  crimeTypes: ['VOICE_PHISHING', 'INVESTMENT_FRAUD', 'ROMANCE_SCAM', 'FORCED_CRIMINALITY_TRAFFICKING'],
  mentions: ['BR', 'ES', 'JP', 'NA', 'SG'],
  handling: handled('CLEAR'),
  participants: [
    { organisation: 'jp-ncb', role: 'LEAD' },
    { organisation: 'jp-tokyo', role: 'PARTICIPANT' },
    { organisation: 'na-ncb', role: 'PARTICIPANT' },
    { organisation: 'sg-ncb', role: 'PARTICIPANT' },
    { organisation: 'es-ncb', role: 'PARTICIPANT' },
    { organisation: 'br-ncb', role: 'OBSERVER' },
  ],
};

interface Recorder {
  readonly organisation: string;
  readonly country: string;
  readonly currency: string;
  /** Whom its RED records name. */
  readonly confidant: string;
}

const RECORDERS: readonly Recorder[] = [
  { organisation: 'jp-ncb', country: 'JP', currency: 'JPY', confidant: 'sg-ncb' },
  { organisation: 'jp-tokyo', country: 'JP', currency: 'JPY', confidant: 'jp-ncb' },
  { organisation: 'na-ncb', country: 'NA', currency: 'NAD', confidant: 'interpol' },
  { organisation: 'sg-ncb', country: 'SG', currency: 'SGD', confidant: 'jp-ncb' },
  { organisation: 'es-ncb', country: 'ES', currency: 'EUR', confidant: 'na-ncb' },
];

/** One of each for every recorder: records from CLEAR to RED, and identities handled as the record or more strictly. */
const HANDLINGS: readonly { readonly record: HandlingInput['tlp']; readonly identity: HandlingInput['tlp'] }[] = [
  { record: 'CLEAR', identity: 'GREEN' },
  { record: 'CLEAR', identity: 'AMBER' },
  { record: 'GREEN', identity: 'AMBER' },
  { record: 'GREEN', identity: 'AMBER_STRICT' },
  { record: 'AMBER', identity: 'AMBER' },
  { record: 'AMBER', identity: 'RED' },
  { record: 'AMBER_STRICT', identity: 'AMBER_STRICT' },
  { record: 'RED', identity: 'RED' },
];

const ROLES = ['CALLER', 'RECEIVER', 'BOSS', 'RECRUITER', 'LOOKOUT', 'MONEY_MULE', 'PREPARER', 'COLLECTOR'];
const CRIME_TYPES = ['VOICE_PHISHING', 'INVESTMENT_FRAUD', 'ROMANCE_SCAM', 'MONEY_MULING'];
const CONTACT_MODES = ['TELEPHONE', 'SOCIAL_MEDIA', 'DATING_APP', 'MESSENGER'];
const VICTIM_STATES = ['FORCED_TO_OFFEND', 'TRAFFICKED', 'OTHER'];
const LETTERS = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel'];

export interface Contribution<Input> {
  readonly organisation: string;
  readonly input: Input;
}

export function mosaicArrests(): Contribution<RecordArrestInput>[] {
  return RECORDERS.flatMap((recorder, row) =>
    HANDLINGS.map(({ record, identity }, column) => {
      const turn = row * HANDLINGS.length + column;
      return {
        organisation: recorder.organisation,
        input: {
          reference: `MOSAIC-A-${number(turn)}`,
          operation: MOSAIC_CODE,
          country: recorder.country,
          countriesOfCommission: [RECORDERS[(row + 1) % RECORDERS.length]?.country ?? recorder.country],
          countriesOfVictims: ['JP', recorder.country].filter((code, index, all) => all.indexOf(code) === index),
          day: day(turn),
          crimeType: pick(CRIME_TYPES, turn),
          furtherCrimeTypes: [],
          methods: turn % 3 === 0 ? ['GENERATIVE_AI_ACCOUNTS'] : [],
          contactModes: [pick(CONTACT_MODES, turn)],
          role: pick(ROLES, turn),
          evaluation: { source: pick(['A', 'B', 'C'], turn), information: pick(['1', '2', '3'], turn) },
          suspect: {
            name: `Invented Person ${pick(LETTERS, column)} ${number(turn)}`,
            nameOriginal: recorder.country === 'JP' ? `架空 太郎 ${number(turn)}` : null,
            aliases: [`Invented Alias ${number(turn)}`],
            birthDate: String(1970 + (turn % 30)),
            nationalities: [recorder.country],
            documents: [{ type: 'PASSPORT', country: recorder.country, number: `INVENTED-${number(turn)}` }],
            handling: handled(identity, identity === 'RED' ? recorder.confidant : undefined),
          },
          handling: handled(record, record === 'RED' ? recorder.confidant : undefined),
        },
      };
    }),
  );
}

export function mosaicRescues(): Contribution<RecordRescueInput>[] {
  return RECORDERS.flatMap((recorder, row) =>
    HANDLINGS.filter(({ record }) => record !== 'RED').slice(1, 4).map(({ record }, column) => {
      const turn = row * 3 + column;
      return {
        organisation: recorder.organisation,
        input: {
          reference: `MOSAIC-R-${number(turn)}`,
          operation: MOSAIC_CODE,
          country: recorder.country,
          day: day(turn + 5),
          victimState: pick(VICTIM_STATES, turn),
          person: {
            name: `Invented Rescued ${pick(LETTERS, turn)} ${number(turn)}`,
            aliases: [],
            birthDate: String(1998 + (turn % 8)),
            nationalities: [],
            documents: [],
            handling: handled('AMBER_STRICT'),
          },
          handling: handled(record),
        },
      };
    }),
  );
}

export function mosaicAssets(): Contribution<RecordAssetInput>[] {
  return RECORDERS.flatMap((recorder, row) =>
    HANDLINGS.map(({ record, identity }, column): Contribution<RecordAssetInput> => {
      const turn = row * HANDLINGS.length + column;
      const shared = {
        reference: `MOSAIC-S-${number(turn)}`,
        operation: MOSAIC_CODE,
        country: recorder.country,
        day: day(turn + 3),
        handling: handled(record, record === 'RED' ? recorder.confidant : undefined),
      };
      const part = handled(identity, identity === 'RED' ? recorder.confidant : undefined);
      const holder = `Invented Holder ${pick(LETTERS, column)} ${number(turn)}`;
      const money = { amount: `${String(1_000 + turn * 137)}${recorder.currency === 'JPY' ? '000' : '.50'}`, currency: recorder.currency };
      switch (column % 4) {
        case 0:
          return { organisation: recorder.organisation, input: { ...shared, kind: 'FIAT_MONEY', quantity: '1', value: money, custodyState: 'SEIZED', identifiers: { holder, serials: [], handling: part } } };
        case 1:
          return { organisation: recorder.organisation, input: { ...shared, kind: 'BANK_ACCOUNT', quantity: '1', value: money, custodyState: 'FROZEN', identifiers: { holder, account: `INVENTED-ACCOUNT-${number(turn)}`, serials: [], handling: part } } };
        case 2:
          return { organisation: recorder.organisation, input: { ...shared, kind: 'WALLET', quantity: '1', value: { amount: `0.${String(12_345_678 + turn)}`, network: 'BITCOIN' }, custodyState: 'FROZEN', identifiers: { walletAddress: `invented-wallet-${number(turn)}`, serials: [], handling: part } } };
        default:
          return { organisation: recorder.organisation, input: { ...shared, kind: 'PHONE', quantity: String(3 + turn), custodyState: 'SEIZED', identifiers: { serials: [`INVENTED-IMEI-${number(turn)}`], handling: part } } };
      }
    }),
  );
}

/** A release that opens one strict arrest of Windhoek to Tokyo, and one that was recalled. */
export const MOSAIC_RELEASES = [
  { organisation: 'na-ncb', arrest: 'MOSAIC-A-023', to: 'jp-ncb', purpose: 'SUPPORT_INVESTIGATION', recalled: false },
  { organisation: 'es-ncb', arrest: 'MOSAIC-A-039', to: 'jp-ncb', purpose: 'SUPPORT_INVESTIGATION', recalled: true },
] as const;

function handled(tlp: HandlingInput['tlp'], recipient?: string): HandlingInput {
  return {
    tlp,
    codes: tlp === 'AMBER' ? ['H0'] : tlp === 'RED' ? ['H0', 'H3'] : [],
    restriction: tlp === 'RED' ? 'Exercise: to be read only by the officers named.' : null,
    recipients: recipient === undefined ? [] : [{ organisation: recipient }],
  };
}

function number(turn: number): string {
  return String(turn + 1).padStart(3, '0');
}

function day(turn: number): string {
  return new Date(Date.UTC(2026, 2, 2 + ((turn * 7) % 58))).toISOString().slice(0, 10);
}

function pick(values: readonly string[], turn: number): string {
  return values[turn % values.length] ?? '';
}
