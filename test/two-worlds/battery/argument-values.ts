import { getNullableType, isEnumType, isListType, type GraphQLInputType } from 'graphql';
import { CONFIDANT, HOME } from '../world/cast.js';
import { AFFILIATE, CELLS, COUNTRIES, CRIME_TYPES, DAYS, INSTANTS, LANTERN, MOSAIC, RANSOM, SEIZED_AT, SEIZURE } from '../world/world-plan.js';
import type { Words } from './words.js';

/** Where a value goes: the argument or input field, and what kind of thing the question is about. */
export interface Place {
  readonly name: string;
  /** `Query.arrest.id`, `ReleaseRecipientInput.operation` */
  readonly coordinate: string;
  readonly type: GraphQLInputType;
  readonly noun: string;
}

/** What one could take for the hash of a transaction. */
const TRANSACTION = 'ab'.repeat(32);

type Values = (words: Words, place: Place) => readonly unknown[];

const codesOf: Readonly<Record<string, Values>> = {
  Agency: ({ organisationCodes }) => organisationCodes,
  Operation: ({ operationCodes }) => operationCodes,
  CriminalGroup: ({ groupCodes }) => groupCodes,
  ExchangeOperator: ({ operatorCodes }) => operatorCodes,
  Country: () => ['NA', 'XX'],
  Currency: () => ['USD', 'XXQ'],
};

/** What is asked by the name of an argument or input field, wherever it stands. */
const BY_NAME: Readonly<Record<string, Values>> = {
  id: ({ ids }, { noun }) => ids[noun] ?? [],
  code: (words, place) => codesOf[place.noun]?.(words, place) ?? [],
  search: ({ names, operationCodes, organisationCodes, actors }, { noun }) =>
    noun === 'ExchangeOperatorConnection' ? actors : ['TagConnection', 'TagPack'].includes(noun) ? names :
    noun === 'OperationConnection' ? operationCodes : noun === 'AgencyConnection' ? [...organisationCodes, ...names] : ['nami'],
  coordinator: ({ organisationCodes }) => organisationCodes,
  year: () => [2026],
  country: () => [...COUNTRIES, 'XX'],
  currency: () => ['USD', 'JPY'],
  dayFrom: () => [DAYS[1]],
  dayTo: () => [DAYS[1]],
  originator: ({ organisationCodes }) => ['mine', HOME, ...organisationCodes],
  crimeType: () => CRIME_TYPES,
  principalCrimeType: () => CRIME_TYPES,
  network: () => ['BITCOIN'],
  operations: ({ operationCodes }) => [operationCodes, ...operationCodes.map((code) => [code]), []],
  asOf: ({ instants }) => [...new Set([...INSTANTS, ...instants])],
  convertTo: () => ['USD', 'EUR', 'NAD'],
  victimState: () => ['TRAFFICKED'],
  kind: () => ['BANK_ACCOUNT'],
  suspectName: ({ names }) => names,
  personName: ({ names }) => names,
  documentNumber: ({ documents }) => documents,
  account: ({ accounts }) => accounts,
  walletAddress: ({ accounts }) => accounts.map((account) => `wallet-of-${account}`),

  reference: ({ references }, { noun }) => [`own-${noun.toLowerCase()}`, ...references],
  operation: ({ operationCodes }) => operationCodes,
  organisation: ({ organisationCodes }) => [CONFIDANT, ...organisationCodes],
  agency: ({ organisationCodes }) => [HOME, ...organisationCodes],
  group: ({ groupCodes }) => groupCodes,
  cell: () => CELLS,
  function: () => ['CALLING'],
  since: () => ['2026-03', '2027'],
  releaseId: ({ releaseIds }) => releaseIds,
  day: () => [DAYS[0]],
  countriesOfCommission: () => [['JP']],
  countriesOfVictims: () => [['NA']],
  countries: () => [[]],
  furtherCrimeTypes: () => [['ROMANCE_SCAM']],
  crimeTypes: () => [['ROMANCE_SCAM']],
  methods: () => [['GENERATIVE_AI_ACCOUNTS']],
  contactModes: () => [['TELEPHONE']],
  role: () => ['CALLER'],
  source: () => ['A'],
  information: () => ['1'],
  reviewMonth: () => ['2027-01'],
  name: ({ names }) => names.slice(0, 1),
  nameOriginal: () => ['架空 太郎'],
  aliases: () => [['Invented Alias']],
  birthDate: () => ['1990'],
  nationalities: () => [['JP']],
  sex: () => ['X'],
  type: () => ['PASSPORT'],
  number: ({ documents }) => documents.slice(0, 1),
  quantity: () => ['1'],
  amount: () => ['10'],
  custodyState: () => ['FROZEN'],
  from: () => ['FROZEN'],
  to: () => ['SEIZED'],
  legalBasis: () => ['Invented order 1'],
  holder: ({ names }) => names.slice(0, 1),
  serials: () => [['INVENTED-SERIAL']],
  address: ({ addresses }) => addresses,
  transaction: () => [null, TRANSACTION],
  txid: () => [SEIZURE, TRANSACTION],
  one: () => [AFFILIATE],
  actor: ({ actors }) => actors,
  label: ({ names }) => names.slice(0, 1),
  confidence: () => ['web_crawl'],
  lastModified: () => ['2026-03-01'],
  category: () => ['exchange', 'mixing_service'],
  categories: () => [['exchange']],
  abuse: () => ['scam'],
  concept: () => ['phishing'],
  concepts: () => [['phishing']],
  context: () => ['A context.'],
  pack: () => ['invented.yaml'],
  jurisdiction: () => ['NA'],
  jurisdictions: () => [['NA', 'SG']],
  webAddresses: () => [['www.invented.test']],
  walletNetwork: () => [null, 'BITCOIN'],
  // The record of another organisation comes first, where there is one that both may read.
  other: ({ ids }, { noun }) => ids[noun] ?? [],
  counts: ({ ids }, { noun }) => ids[noun] ?? [],
  arrest: ({ ids }) => [null, ...(ids['Arrest'] ?? [])],
  measure: () => ['ARRESTS'],
  value: () => ['7'],
  qualifier: () => ['EXACT'],
  meaning: () => ['SEIZED'],
  assetClass: () => ['VIRTUAL_ASSETS'],
  note: () => ['A note.'],
  title: () => ['A title'],
  publisher: () => ['A publisher'],
  date: () => ['2026-03'],
  url: () => ['https://publisher.test/'],
  start: () => ['2026-03'],
  end: () => ['2026-04'],
  mentions: () => [['JP']],
  until: () => ['2026-06-01T00:00:00.000Z'],
  joinedAt: () => ['2026-06-01T00:00:00.000Z'],
  endedAt: () => ['2026-07-01T00:00:00.000Z'],
  purpose: () => ['SUPPORT_INVESTIGATION'],
  subject: () => ['https://issuer.test|sg-ncb-officer'],
};

/** Inputs in which not everything may be said at once: whole values, one after the other. */
const BY_TYPE: Readonly<Record<string, Values>> = {
  HandlingInput: ({ organisationCodes }) => [
    { tlp: 'AMBER', codes: ['H0', 'H1', 'H2'], recipients: [{ organisation: CONFIDANT }] },
    { tlp: 'AMBER_STRICT' },
    { tlp: 'RED', codes: ['H3'], restriction: 'To be read by one person.', recipients: [{ organisation: CONFIDANT, subject: 'https://issuer.test|sg-ncb-officer' }] },
    ...organisationCodes.map((organisation, index) => ({ tlp: index === 0 ? 'CLEAR' : 'GREEN', recipients: [{ organisation }] })),
  ],
  ReleaseRecipientInput: ({ organisationCodes, operationCodes }) => [
    { organisation: CONFIDANT },
    { ncbOf: 'SG' },
    ...operationCodes.map((operation) => ({ operation })),
    ...organisationCodes.slice(1).map((organisation) => ({ organisation })),
  ],
  TraceLimitsInput: () => [{ budget: 1_000, hops: 3, from: '2021-01-01T00:00:00.000Z', to: '2022-01-01T00:00:00.000Z', amountFloor: '1', shareFloor: '1/1000' }],
  TraceSourceInput: () => [{ address: RANSOM }, { transaction: SEIZURE, output: 0 }, { address: AFFILIATE }],
  AddressInput: ({ addresses }) => addresses.map((address) => ({ network: 'ETHEREUM', address })),
  MoneyInput: () => [{ amount: '10.50', currency: 'USD' }, { amount: '0.5', network: 'BITCOIN' }],
  FoundingParticipantInput: ({ organisationCodes }) => [{ organisation: CONFIDANT, role: 'PARTICIPANT' }, ...organisationCodes.map((organisation) => ({ organisation }))],
};

/** Everybody may record something of no operation; only some may under each. */
function underNoneOrOne({ operationCodes }: Words): readonly unknown[] {
  return [null, ...operationCodes];
}

const BY_COORDINATE: Readonly<Record<string, Values>> = {
  'AssetRegistrationInput.type': () => ['NUMBER_PLATE'],
  'AssetRegistrationInput.country': () => ['NA'],
  'TraceInput.through': () => [[], [AFFILIATE]],
  'PathsInput.through': () => [[], [AFFILIATE]],
  'PathsInput.to': () => [[SEIZED_AT]],
  'Query.other': () => [RANSOM, AFFILIATE],
  'Query.address.network': () => ['ETHEREUM'],
  'TagFilter.network': () => ['ETHEREUM'],
  'TagFilter.transaction': () => [TRANSACTION],
  'TagFilter.currency': () => ['ETH'],
  'RecordTagInput.network': () => ['ETHEREUM'],
  'AssetTally.to': () => ['USD', 'EUR', 'NAD'],
  // A part of the value of the single account that the battery records.
  'MoveAssetInput.quantity': () => [null, '1'],
  'MoveAssetInput.amount': () => ['2', '10.50'],
  // The code of an operation is made of it.
  'RegisterOperationInput.reference': ({ operationCodes }) => ['own-operation', ...operationCodes.map((code) => code.replace(/^.*\//, ''))],
  ...Object.fromEntries(['RecordArrestInput', 'RecordRescueInput', 'RecordAssetInput', 'RecordTagInput'].map((input) => [`${input}.operation`, underNoneOrOne])),
  // Money first: it is asked with all that it needs, and arrests with nothing beside.
  'Query.operationRanking.measure': () => ['AMOUNT', 'ARRESTS'],
  'Query.reportedBounds.measure': () => ['AMOUNT', 'ARRESTS'],
  'Query.operationRanking.assetClass': () => ['ALL'],
  'Query.reportedBounds.assetClass': () => ['ALL'],
  'CriminalCellInput.code': () => ['pay'],
  'PhaseInput.kind': () => ['ENFORCEMENT'],
  'ReportFigureInput.operation': ({ operationCodes }) => [MOSAIC, ...operationCodes],
  'AddParticipationInput.operation': ({ operationCodes }) => [MOSAIC, LANTERN, ...operationCodes],
  'AddParticipationInput.organisation': ({ organisationCodes }) => ['kr-ncb', ...organisationCodes],
};

/** The values with which a place is asked; a place for which there are none is not covered, and that is a fault. */
export function valuesFor(words: Words, place: Place): readonly unknown[] {
  const type = getNullableType(place.type);
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (type.toString() === 'Boolean') return [false, true];
  const named = isListType(type) ? getNullableType(type.ofType) : type;
  const whole = BY_TYPE[named.toString()]?.(words, place);
  if (whole !== undefined) return isListType(type) ? whole.map((value) => [value]) : whole;
  const values = (BY_COORDINATE[place.coordinate] ?? BY_NAME[place.name])?.(words, place);
  if (values === undefined) throw new Error(`The battery has no values for ${place.coordinate}: ${place.type.toString()}. Say in argument-values.ts how to ask with it.`);
  return values;
}

/** Whether the place is asked with whole values although its type has fields. */
export function isWhole(typeName: string): boolean {
  return typeName in BY_TYPE;
}
