import type { CorrectRescueInput, RecordRescueInput } from '../../subgraphs/arrests/rescue/rescue.inputs.js';
import { numberOf, referenceOf, type Contribution } from './contribution.js';
import { Deck } from './deck.js';
import { Draw } from './draw.js';
import { drawDay, reportedAt } from './exercise-calendar.js';
import { EXERCISE_CODE } from './exercise-operation.js';
import { handlingPair, handlingsOf } from './handlings.js';
import { inventedPerson } from './invented-person.js';
import { laterChange, laterVerbsOf } from './later-changes.js';
import { EXERCISE_COUNTRIES } from './participants.js';
import { confidantOf, countriesOf, recorderIn } from './recorder.js';
import { reviewMonthOf, reviewsOf } from './reviews.js';

export type RescueContribution = Contribution<RecordRescueInput, Pick<CorrectRescueInput, 'victimState'>>;

const VICTIM_STATES: readonly (readonly [share: number, code: string])[] = [
  [6, 'FORCED_TO_OFFEND'],
  [3, 'TRAFFICKED'],
  [1, 'OTHER'],
];

/** The first rescues of the exercise, in the order of their numbers. */
export function* exerciseRescues(count: number): Generator<RescueContribution> {
  const countries = countriesOf('rescue');
  const handlings = handlingsOf('rescue');
  const victimStates = new Deck('rescue/victim-state', VICTIM_STATES);
  const laterVerbs = laterVerbsOf('rescue');
  const reviews = reviewsOf('rescue');
  for (let turn = 0; turn < count; turn += 1) {
    const draw = new Draw('rescue', turn);
    const day = drawDay(draw);
    const country = countries.card(turn);
    const instant = reportedAt(day, country.week);
    const { organisation, agency } = recorderIn(country, instant, turn);
    const handling = handlingPair(handlings.card(turn), confidantOf(organisation, turn));
    const victimState = victimStates.card(turn);
    yield {
      organisation,
      instant,
      input: {
        reference: referenceOf('R', turn),
        operation: EXERCISE_CODE,
        agency,
        country: country.code,
        day,
        victimState,
        person: draw.chance(85)
          ? {
              ...inventedPerson(draw, 'Rescued', numberOf(turn), draw.of(EXERCISE_COUNTRIES).code),
              handling: handling.part,
              reviewMonth: reviewMonthOf(reviews.card(turn), instant),
            }
          : null,
        handling: handling.record,
      },
      later: laterChange(laterVerbs.card(turn), instant, draw),
      correction: { victimState: victimState === 'TRAFFICKED' ? 'FORCED_TO_OFFEND' : 'TRAFFICKED' },
    };
  }
}
