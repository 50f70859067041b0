import type { Exchange } from '../../cli/open-exchange.js';
import type { ManualClock } from '../../shared/clock/manual-clock.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import { accepted } from '../accepted.js';
import { exerciseArrests } from './exercise-arrests.js';
import { exerciseAssets } from './exercise-assets.js';
import { arrestClaims, assetClaims, rescueClaims } from './exercise-claims.js';
import { REPORTING_INSTANTS } from './exercise-calendar.js';
import { exerciseFigures } from './exercise-figures.js';
import { exerciseRescues } from './exercise-rescues.js';
import type { ExerciseSize } from './exercise-size.js';
import { ClaimPlay } from './play-claims.js';
import { CustodyPlay } from './play-custody.js';
import { playDecisions } from './play-decisions.js';
import { playedArrests, playedAssets, playedRescues } from './played-kind.js';
import { RecordPlay } from './play-records.js';

/**
 * Plays EXERCISE MOSAIC in its own time: the clock of the exchange is moved from one reporting instant to the next, and
 * everything is written through services and journal as officers would. The exercise must be registered. Every part is
 * harmless to repeat.
 */
export async function playExercise(exchange: Exchange, clock: ManualClock, size: ExerciseSize): Promise<void> {
  const [arrests, rescues, assets] = [[...exerciseArrests(size.arrests)], [...exerciseRescues(size.rescues)], [...exerciseAssets(size.assets)]];
  const plays = [
    new RecordPlay(playedArrests(exchange), arrests),
    new RecordPlay(playedRescues(exchange), rescues),
    new RecordPlay(playedAssets(exchange), assets),
    new CustodyPlay(exchange, assets),
  ];
  const claims = [
    new ClaimPlay(playedArrests(exchange), arrestClaims(arrests)),
    new ClaimPlay(playedRescues(exchange), rescueClaims(rescues)),
    new ClaimPlay(playedAssets(exchange), assetClaims(assets)),
  ];
  const figures = exerciseFigures();
  for (const [number, instant] of REPORTING_INSTANTS.entries()) {
    // A directory that was read at another time would be too old to decide by.
    clock.set(instant);
    await exchange.directory.refresh();
    await playDecisions(exchange, number);
    await Promise.all([
      ...plays.map((play) => play.play(number)),
      ...figures.filter((figure) => figure.instant === number).map(async ({ organisation, input }) => {
        accepted(await exchange.operations.services.figures.report(serviceViewer('exercise', organisation), input));
      }),
    ]);
    // A claim names the version of a record, which the other plays may change.
    await Promise.all(claims.map((play) => play.play(number)));
  }
}
