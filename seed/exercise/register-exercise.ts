import type { Exchange } from '../../cli/open-exchange.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import { participationVersion } from '../../subgraphs/operations/participation/participation.view.js';
import { accepted } from '../accepted.js';
import { REPORTING_INSTANTS } from './exercise-calendar.js';
import { exerciseGroups } from './exercise-groups.js';
import { EXERCISE_CODE, EXERCISE_OPERATION } from './exercise-operation.js';
import { JOIN_LATER, LEAVE_EARLY, ncbOf } from './participants.js';
import { COORDINATOR } from './recorder.js';

/**
 * Registers the exercise with everybody who will take part, whoever joins later or leaves early included, and
 * the groups that its arrests will name: a participation may be entered for a day to come, never for one that is over.
 */
export async function registerExercise(exchange: Exchange): Promise<void> {
  const { operations, participations, criminalGroups } = exchange.operations.services;
  const coordinator = serviceViewer('exercise', COORDINATOR);
  accepted(await operations.register(coordinator, EXERCISE_OPERATION));
  await exchange.directory.refresh();
  const standing = await exerciseParticipations(exchange);
  for (const [country, instant] of Object.entries(JOIN_LATER)) {
    const organisation = ncbOf(country);
    if (standing.some((participation) => participation.organisation === organisation)) continue;
    accepted(await participations.add(coordinator, { operation: EXERCISE_CODE, organisation, role: 'PARTICIPANT', joinedAt: dateOf(instant) }));
  }
  for (const [country, instant] of Object.entries(LEAVE_EARLY)) {
    const participation = standing.find(({ organisation, endedAt }) => organisation === ncbOf(country) && endedAt === null);
    if (participation === undefined) continue;
    const version = participationVersion(exchange.operations.runtime, participation);
    accepted(await participations.end(coordinator, { id: participation._id, version, endedAt: dateOf(instant) }));
  }
  for (const { organisation, input } of exerciseGroups()) accepted(await criminalGroups.record(serviceViewer('exercise', organisation), input));
  await exchange.directory.refresh();
}

/** As its coordinating body reads them. */
export async function exerciseParticipations({ directory, operations }: Exchange): ReturnType<Exchange['operations']['stores']['participations']['ofOperations']> {
  const ids = [...directory.current().operations()].filter(({ code }) => code === EXERCISE_CODE).map(({ id }) => id);
  return operations.stores.participations.ofOperations(serviceViewer('exercise', COORDINATOR), ids);
}

function dateOf(instant: number): Date {
  const at = REPORTING_INSTANTS[instant];
  if (at === undefined) throw new RangeError(`There is no reporting instant ${String(instant)}.`);
  return new Date(at);
}
