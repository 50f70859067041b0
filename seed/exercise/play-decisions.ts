import type { Exchange } from '../../cli/open-exchange.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import { accepted } from '../accepted.js';
import { DECISIONS, JOIN_LATER, ncbOf } from './participants.js';
import { exerciseParticipations } from './register-exercise.js';

/** What originators answer those who join at this instant. */
export async function playDecisions(exchange: Exchange, instant: number): Promise<void> {
  const due = DECISIONS.filter(({ about }) => JOIN_LATER[about] === instant);
  if (due.length === 0) return;
  const participations = await exerciseParticipations(exchange);
  for (const { originator, about, decision } of due) {
    const participation = participations.find(({ organisation }) => organisation === ncbOf(about));
    if (participation === undefined) throw new Error(`${about} takes no part in the exercise.`);
    accepted(await exchange.operations.services.participations.decide(serviceViewer('exercise', originator), { id: participation._id, decision }));
  }
  await exchange.directory.refresh();
}
