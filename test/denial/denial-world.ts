import { localTransport } from '../../gateway/transport/local-transport.js';
import { ask, officer, type GraphqlAnswer } from '../../shared/testing/ask.js';
import { change, type Changed } from '../../shared/testing/change.js';
import { openTestExchange, type TestExchange } from '../../shared/testing/open-test-exchange.js';
import { authority, coordinatingBody, institution } from '../../shared/testing/organisations.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import type { Viewer } from '../../shared/viewer/viewer.js';

/** Windhoek confides; Singapore takes part with it; Seoul does not; everything happens in Mosaic unless said otherwise. */
export const windhoek = officer('na-ncb');
export const singapore = officer('sg-ncb');
export const seoul = officer('kr-ncb');
export const helsinki = officer('fi-ncb');
export const secretariat = officer('interpol');
export const bank = officer('jp-bank');

export const MOSAIC = 'interpol/mosaic';
export const IN_AN_HOUR = 3_600_000;

export interface DenialWorld {
  readonly exchange: TestExchange;
  close(): Promise<void>;
}

/** One exchange of its own for each file: tests move its clock. */
export async function openDenialWorld(): Promise<DenialWorld> {
  const store: TestStore = await startStore();
  const exchange = await openTestExchange({ store });
  await exchange.register(
    coordinatingBody('interpol'),
    ...['NA', 'SG', 'KR', 'FI', 'JP'].map((country) => authority(`${country.toLowerCase()}-ncb`, country)),
    institution('jp-bank', 'JP'),
  );
  await change(exchange, secretariat, 'registerOperation', {
    reference: 'mosaic', name: 'Mosaic', handling: { tlp: 'CLEAR' },
    participants: [{ organisation: 'na-ncb', role: 'LEAD' }, { organisation: 'sg-ncb' }, { organisation: 'jp-ncb', role: 'OBSERVER' }],
  });
  return {
    exchange,
    async close() {
      await exchange.close();
      await store.stop();
    },
  };
}

/** An arrest by Windhoek, AMBER in Mosaic unless said otherwise. */
export async function arrestOfWindhoek({ exchange }: DenialWorld, reference: string, different: object = {}): Promise<Changed> {
  return await change(exchange, windhoek, 'recordArrest', {
    reference, operation: MOSAIC, country: 'NA', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'AMBER' }, ...different,
  });
}

const ARREST = 'query ($id: ID!) { arrest(id: $id) { reference operation { __typename } } }';

/** Whether a viewer reads an arrest through the gateway. Anything but the arrest or null is a fault. */
export async function readsArrest({ exchange }: DenialWorld, viewer: Viewer, id: string): Promise<boolean> {
  const { data, errors } = await ask(exchange, viewer, ARREST, { id });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { readonly arrest: unknown }).arrest !== null;
}

/** Asks one subgraph for entities as a router would, or as somebody who got past it. */
export async function entities(subgraph: LocalSubgraph, viewer: Viewer, representations: readonly object[], selection: string): Promise<GraphqlAnswer> {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${selection} } }`;
  const answer = await localTransport(subgraph).execute({ query, variables: { representations }, operationName: null }, { viewer });
  return JSON.parse(JSON.stringify(answer)) as GraphqlAnswer;
}
