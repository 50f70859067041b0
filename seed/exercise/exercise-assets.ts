import type { CorrectAssetInput, RecordAssetInput } from '../../subgraphs/assets/asset/asset.inputs.js';
import type { AssetIdentifiersInput } from '../../subgraphs/assets/identifiers/identifiers.input.js';
import type { MoneyInput } from '../../subgraphs/assets/money/money.input.js';
import { numberOf, referenceOf, type Contribution } from './contribution.js';
import { Deck } from './deck.js';
import { Draw } from './draw.js';
import { drawDay, reportedAt } from './exercise-calendar.js';
import { drawCustody, type CustodyStep } from './exercise-custody.js';
import { EXERCISE_CODE } from './exercise-operation.js';
import { handlingPair, handlingsOf } from './handlings.js';
import { inventedWallet } from './invented-wallet.js';
import { laterChange, laterVerbsOf } from './later-changes.js';
import type { ExerciseCurrency } from './participants.js';
import { confidantOf, countriesOf, recorderIn } from './recorder.js';

export interface AssetContribution extends Contribution<RecordAssetInput, Pick<CorrectAssetInput, 'quantity' | 'value'>> {
  /** Its way through custody after it was sent. */
  readonly custody: readonly CustodyStep[];
}

type Network = 'BITCOIN' | 'ETHEREUM';

/** What is found: of what kind, how it came into custody, and how it is valued. */
interface Find {
  readonly kind: string;
  readonly custodyState: 'FROZEN' | 'SEIZED' | 'INTERCEPTED';
  readonly value: 'MONEY' | Network | null;
  /** Most that is found at once. */
  readonly most: number;
}

const FINDS: readonly (readonly [share: number, find: Find])[] = [
  [8, { kind: 'FIAT_MONEY', custodyState: 'SEIZED', value: 'MONEY', most: 1 }],
  [4, { kind: 'FIAT_MONEY', custodyState: 'INTERCEPTED', value: 'MONEY', most: 1 }],
  [12, { kind: 'BANK_ACCOUNT', custodyState: 'FROZEN', value: 'MONEY', most: 1 }],
  [3, { kind: 'VIRTUAL_ASSET', custodyState: 'FROZEN', value: 'BITCOIN', most: 1 }],
  [3, { kind: 'VIRTUAL_ASSET', custodyState: 'SEIZED', value: 'ETHEREUM', most: 1 }],
  [2, { kind: 'WALLET', custodyState: 'FROZEN', value: 'BITCOIN', most: 1 }],
  [2, { kind: 'WALLET', custodyState: 'FROZEN', value: 'ETHEREUM', most: 1 }],
  [2, { kind: 'REAL_ESTATE', custodyState: 'FROZEN', value: 'MONEY', most: 1 }],
  [1, { kind: 'LAND', custodyState: 'FROZEN', value: 'MONEY', most: 1 }],
  [3, { kind: 'VEHICLE', custodyState: 'SEIZED', value: 'MONEY', most: 1 }],
  [2, { kind: 'JEWELLERY', custodyState: 'SEIZED', value: 'MONEY', most: 12 }],
  [1, { kind: 'LUXURY_GOODS', custodyState: 'SEIZED', value: 'MONEY', most: 6 }],
  [1, { kind: 'COUNTERFEIT_NOTES', custodyState: 'SEIZED', value: null, most: 900 }],
  [4, { kind: 'COMPUTER', custodyState: 'SEIZED', value: null, most: 40 }],
  [6, { kind: 'PHONE', custodyState: 'SEIZED', value: null, most: 90 }],
  [2, { kind: 'SIM_CARD', custodyState: 'SEIZED', value: null, most: 400 }],
  [1, { kind: 'SERVER', custodyState: 'SEIZED', value: null, most: 4 }],
  [1, { kind: 'DOMAIN', custodyState: 'SEIZED', value: null, most: 9 }],
  [1, { kind: 'MINING_EQUIPMENT', custodyState: 'SEIZED', value: null, most: 60 }],
  [1, { kind: 'PASSPORT', custodyState: 'SEIZED', value: null, most: 30 }],
];

/** The first assets of the exercise, in the order of their numbers. */
export function* exerciseAssets(count: number): Generator<AssetContribution> {
  const countries = countriesOf('asset');
  const handlings = handlingsOf('asset');
  const finds = new Deck('asset/find', FINDS);
  const laterVerbs = laterVerbsOf('asset');
  for (let turn = 0; turn < count; turn += 1) {
    const draw = new Draw('asset', turn);
    const day = drawDay(draw);
    const country = countries.card(turn);
    const instant = reportedAt(day, country.week);
    const { organisation, agency } = recorderIn(country, instant, turn);
    const handling = handlingPair(handlings.card(turn), confidantOf(organisation, turn));
    const find = finds.card(turn);
    const input: RecordAssetInput = {
      reference: referenceOf('S', turn),
      operation: EXERCISE_CODE,
      agency,
      country: country.code,
      day,
      kind: find.kind,
      quantity: String(draw.between(1, find.most)),
      value: valueOf(find, country.currency, draw),
      custodyState: find.custodyState,
      identifiers: draw.chance(85) ? { ...identifiersOf(find, turn, draw), handling: handling.part } : null,
      handling: handling.record,
    };
    const later = laterChange(laterVerbs.card(turn), instant, draw);
    yield {
      organisation,
      instant,
      input,
      later,
      correction: find.most === 1 ? { value: valueOf(find, country.currency, draw) } : { quantity: String(draw.between(1, find.most)) },
      custody: later === null ? drawCustody(draw, input, instant) : [],
    };
  }
}

/** To the last unit of the currency or coin, and here and there far more than a number of JavaScript holds. */
function valueOf({ value }: Find, currency: ExerciseCurrency, draw: Draw): MoneyInput | null {
  switch (value) {
    case null:
      return null;
    case 'BITCOIN':
      return { amount: `${String(draw.below(40))}.${digits(draw, 8)}`, network: value };
    case 'ETHEREUM':
      return { amount: `${String(draw.below(900))}.${digits(draw, 18)}`, network: value };
    case 'MONEY': {
      const whole = draw.between(200, draw.chance(4) ? 9_000_000 : 60_000);
      return { amount: currency === 'JPY' ? String(whole * 100) : `${String(whole)}.${digits(draw, 2)}`, currency };
    }
  }
}

function identifiersOf({ kind, value }: Find, turn: number, draw: Draw): Omit<AssetIdentifiersInput, 'handling'> {
  const number = numberOf(turn);
  const holder = `Invented Holder ${number}`;
  switch (kind) {
    case 'FIAT_MONEY':
      return { holder, serials: [] };
    case 'BANK_ACCOUNT':
      return { holder, account: `INVENTED-ACCOUNT-${number}`, serials: [] };
    case 'VIRTUAL_ASSET':
    case 'WALLET':
      return { walletAddress: inventedWallet(value === 'ETHEREUM' ? 'ETHEREUM' : 'BITCOIN', turn + 1), serials: [] };
    default:
      return { holder: draw.chance(50) ? holder : null, serials: [`INVENTED-${kind}-${number}`] };
  }
}

function digits(draw: Draw, count: number): string {
  return Array.from({ length: count }, () => String(draw.below(10))).join('');
}
