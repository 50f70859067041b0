import type { HandlingInput } from '../../shared/graphql/handling.input.js';
import type { Contribution } from './contribution.js';
import type { ArrestContribution } from './exercise-arrests.js';
import type { AssetContribution } from './exercise-assets.js';
import type { RescueContribution } from './exercise-rescues.js';
import { Deck } from './deck.js';
import { Draw } from './draw.js';
import { LAST_INSTANT } from './exercise-calendar.js';

/** What comes of a proposal that two records are one event. */
export type ClaimFate = 'ACCEPTED' | 'WITHDRAWN' | 'UNANSWERED' | 'DECLINED';

/** Two records of which two organisations say that they are one event. */
export interface DoubleClaim {
  readonly proposer: Claimant;
  readonly answerer: Claimant;
  /** Whether the record of the proposer counts. */
  readonly proposersCounts: boolean;
  readonly fate: ClaimFate;
  readonly instant: number;
}

export interface Claimant {
  readonly organisation: string;
  readonly reference: string;
}

interface ClaimableInput {
  readonly reference: string;
  readonly country: string;
  readonly day: string;
  readonly handling: Pick<HandlingInput, 'tlp'>;
}

const FATES: readonly (readonly [share: number, fate: ClaimFate])[] = [
  [8, 'ACCEPTED'],
  [1, 'WITHDRAWN'],
  [2, 'UNANSWERED'],
  [1, 'DECLINED'],
];
/** Two countries need not put one event on the same day. */
const MOST_DAYS_APART = 21;

/**
 * Of every so many records that both owners read one is claimed by two: an earlier one of another country, as `alike`
 * as two records of one event would be. No record has a part in two claims, and none that is changed later.
 */
function exerciseClaims<Input extends ClaimableInput>(kind: string, contributions: Iterable<Contribution<Input, unknown>>, every: number, alike: (input: Input) => string): DoubleClaim[] {
  const fates = new Deck(`${kind}/claim`, FATES);
  const free: Contribution<Input, unknown>[] = [];
  const claims: DoubleClaim[] = [];
  let open = 0;
  for (const contribution of contributions) {
    if (!isOpen(contribution)) continue;
    open += 1;
    const other = open >= (claims.length + 1) * every ? free.findLastIndex((earlier) => isAlike(earlier, contribution, alike)) : -1;
    const [partner] = other === -1 ? [] : free.splice(other, 1);
    if (partner === undefined) free.push(contribution);
    else claims.push(claimOf(new Draw(`${kind}/claim`, claims.length), fates.card(claims.length), contribution, partner));
  }
  return claims;
}

export function arrestClaims(arrests: Iterable<ArrestContribution>): DoubleClaim[] {
  return exerciseClaims('arrest', arrests, 40, ({ crimeType }) => crimeType);
}

export function rescueClaims(rescues: Iterable<RescueContribution>): DoubleClaim[] {
  return exerciseClaims('rescue', rescues, 10, ({ victimState }) => victimState);
}

/** Two owners may value one thing differently, in the same currency. */
export function assetClaims(assets: Iterable<AssetContribution>): DoubleClaim[] {
  return exerciseClaims('asset', assets, 60, ({ kind, value }) => JSON.stringify([kind, value?.currency, value?.network]));
}

function claimOf(draw: Draw, fate: ClaimFate, ...pair: readonly [Contribution<ClaimableInput, unknown>, Contribution<ClaimableInput, unknown>]): DoubleClaim {
  const [proposer, answerer] = draw.shuffled(pair).map(({ organisation, input: { reference } }) => ({ organisation, reference }));
  if (proposer === undefined || answerer === undefined) throw new RangeError('A claim is of two records.');
  const sent = Math.max(...pair.map(({ instant }) => instant));
  return { proposer, answerer, proposersCounts: draw.chance(50), fate, instant: Math.min(sent + draw.between(1, 3), LAST_INSTANT) };
}

function isOpen({ later, instant, input: { handling } }: Contribution<ClaimableInput, unknown>): boolean {
  return later === null && instant < LAST_INSTANT && (handling.tlp === 'CLEAR' || handling.tlp === 'GREEN');
}

function isAlike<Input extends ClaimableInput>(one: Contribution<Input, unknown>, other: Contribution<Input, unknown>, alike: (input: Input) => string): boolean {
  const apart = Math.abs(Date.parse(one.input.day) - Date.parse(other.input.day)) / 86_400_000;
  return one.organisation !== other.organisation && one.input.country !== other.input.country && apart <= MOST_DAYS_APART && alike(one.input) === alike(other.input);
}
