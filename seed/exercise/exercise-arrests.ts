import type { CorrectArrestInput, RecordArrestInput } from '../../subgraphs/arrests/arrest/arrest.inputs.js';
import { numberOf, referenceOf, type Contribution } from './contribution.js';
import { Deck } from './deck.js';
import { Draw } from './draw.js';
import { drawDay, reportedAt } from './exercise-calendar.js';
import { drawMembership } from './exercise-groups.js';
import { EXERCISE_CODE } from './exercise-operation.js';
import { handlingPair, handlingsOf } from './handlings.js';
import { inventedPerson } from './invented-person.js';
import { laterChange, laterVerbsOf } from './later-changes.js';
import { EXERCISE_COUNTRIES } from './participants.js';
import { confidantOf, countriesOf, recorderIn } from './recorder.js';
import { reviewMonthOf, reviewsOf } from './reviews.js';

export type ArrestContribution = Contribution<RecordArrestInput, Pick<CorrectArrestInput, 'crimeType' | 'role'>>;

export const EXERCISE_CRIME_TYPES: readonly (readonly [share: number, code: string])[] = [
  [8, 'VOICE_PHISHING'],
  [8, 'INVESTMENT_FRAUD'],
  [5, 'ROMANCE_SCAM'],
  [3, 'IMPERSONATION'],
  [3, 'MONEY_MULING'],
  [2, 'BUSINESS_EMAIL_COMPROMISE'],
  [2, 'JOB_SCAM'],
  [2, 'SEXTORTION'],
  [2, 'ECOMMERCE_FRAUD'],
  [2, 'FORCED_CRIMINALITY_TRAFFICKING'],
  [1, 'ILLEGAL_GAMBLING_LAUNDERING'],
  [1, 'PHISHING'],
  [1, 'RENTAL_SCAM'],
];

/** Null: the officers could not tell. */
const ROLES: readonly (readonly [share: number, code: string | null])[] = [
  [1, 'BOSS'],
  [9, 'CALLER'],
  [5, 'RECEIVER'],
  [3, 'PREPARER'],
  [3, 'RECRUITER'],
  [2, 'LOOKOUT'],
  [3, 'COLLECTOR'],
  [2, 'TOOL_SUPPLIER'],
  [6, 'MONEY_MULE'],
  [2, 'FORCED_TO_OFFEND'],
  [3, null],
];

const CONTACT_MODES = ['TELEPHONE', 'SOCIAL_MEDIA', 'DATING_APP', 'MESSENGER', 'SMS', 'EMAIL', 'WEBSITE_OR_SHOP', 'IN_PERSON'];
const METHODS = ['GENERATIVE_AI_ACCOUNTS', 'DEEPFAKE', 'REMOTE_ACCESS', 'SCAM_CENTRE'];

/** The first arrests of the exercise, in the order of their numbers. */
export function* exerciseArrests(count: number): Generator<ArrestContribution> {
  const countries = countriesOf('arrest');
  const handlings = handlingsOf('arrest');
  const crimeTypes = new Deck('arrest/crime-type', EXERCISE_CRIME_TYPES);
  const roles = new Deck('arrest/role', ROLES);
  const laterVerbs = laterVerbsOf('arrest');
  const reviews = reviewsOf('arrest');
  for (let turn = 0; turn < count; turn += 1) {
    const draw = new Draw('arrest', turn);
    const day = drawDay(draw);
    const country = countries.card(turn);
    const instant = reportedAt(day, country.week);
    const { organisation, agency } = recorderIn(country, instant, turn);
    const handling = handlingPair(handlings.card(turn), confidantOf(organisation, turn));
    const crimeType = crimeTypes.card(turn);
    const role = roles.card(turn);
    const elsewhere = EXERCISE_COUNTRIES.map(({ code }) => code).filter((code) => code !== country.code);
    const codes = EXERCISE_CRIME_TYPES.map(([, code]) => code);
    const membership = drawMembership(draw, organisation, role);
    yield {
      organisation,
      instant,
      input: {
        reference: referenceOf('A', turn),
        operation: EXERCISE_CODE,
        agency,
        country: country.code,
        // The group works from one country, its people are arrested in another, and the victims live in others still.
        countriesOfCommission: membership !== null ? [membership.country] : draw.chance(45) ? [country.code] : draw.several(elsewhere, draw.between(1, 2)),
        countriesOfVictims: draw.several(['JP', 'SG', 'US', 'DE', 'AU', 'KR', 'ES', 'GB'], draw.between(1, 3)),
        day,
        crimeType,
        furtherCrimeTypes: draw.chance(25) ? draw.several(codes.filter((code) => code !== crimeType), 1) : [],
        methods: draw.chance(40) ? draw.several(METHODS, draw.between(1, 2)) : [],
        contactModes: draw.several(CONTACT_MODES, draw.between(1, 2)),
        role,
        group: membership?.group ?? null,
        cell: membership?.cell ?? null,
        evaluation: draw.chance(80) ? { source: draw.of(['A', 'A', 'B', 'B', 'C', 'X']), information: draw.of(['1', '2', '3', '4']) } : null,
        suspect: draw.chance(92)
          ? {
              ...inventedPerson(draw, 'Person', numberOf(turn), draw.chance(60) ? country.code : draw.of(elsewhere)),
              handling: handling.part,
              reviewMonth: reviewMonthOf(reviews.card(turn), instant),
            }
          : null,
        handling: handling.record,
      },
      later: laterChange(laterVerbs.card(turn), instant, draw),
      correction: draw.chance(50)
        ? { role: draw.of(['CALLER', 'RECEIVER', 'MONEY_MULE'].filter((code) => code !== role)) }
        : { crimeType: draw.of(codes.filter((code) => code !== crimeType)) },
    };
  }
}
