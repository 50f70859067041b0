import { ask, officer } from '../../shared/testing/ask.js';
import { change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { BODY } from './plain-actions.js';
import type { Participation, PlainOperation } from './plain-world.js';

/** Registers an operation and notes who takes part from the beginning. */
export async function registerOperation(exchange: TestExchange, reference: string, participants: readonly { readonly organisation: string; readonly role: string }[]): Promise<PlainOperation> {
  const registered = await change(exchange, officer(BODY), 'registerOperation', { reference, name: reference, handling: { tlp: 'CLEAR' }, participants });
  const code = `${BODY}/${reference}`;
  const query = 'query ($code: String) { operation(code: $code) { participations { edges { node { id version role organisation { code } } } } } }';
  const { data } = await ask(exchange, officer(BODY), query, { code });
  const { edges } = (data as FoundParticipations).operation.participations;
  const operation: PlainOperation = { code, id: registered.id, version: registered.version, tlp: 'CLEAR', participations: [] };
  const joinedAt = exchange.clock.now().getTime();
  for (const { node: { id, version, role, organisation } } of edges) {
    operation.participations.push({ id, version, operation, organisation: organisation.code, role, founding: true, joinedAt, endedAt: null, decisions: new Map() });
  }
  return operation;
}

interface FoundParticipations {
  readonly operation: {
    readonly participations: {
      readonly edges: readonly { readonly node: Pick<Participation, 'id' | 'version' | 'role'> & { readonly organisation: { readonly code: string } } }[];
    };
  };
}
