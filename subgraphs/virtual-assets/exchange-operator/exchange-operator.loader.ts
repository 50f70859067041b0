import DataLoader from 'dataloader';
import { recordLoader, type RecordLoader } from '../../../shared/record/record-loader.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ExchangeOperatorRecord } from './exchange-operator.model.js';
import type { ExchangeOperatorStore, ReadableExchangeOperator } from './exchange-operator.store.js';

export type ExchangeOperatorLoader = RecordLoader<ExchangeOperatorRecord>;

export function exchangeOperatorLoader(viewer: Viewer, store: ExchangeOperatorStore): ExchangeOperatorLoader {
  return recordLoader(viewer, store);
}

/** The entries of an actor that the viewer may read; an actor without any has an empty list. */
export type OperatorsOfActorLoader = DataLoader<string, readonly ReadableExchangeOperator[]>;

export function operatorsOfActorLoader(viewer: Viewer, store: ExchangeOperatorStore): OperatorsOfActorLoader {
  return new DataLoader(async (actors) => {
    const found = await store.ofActors(viewer, actors);
    return actors.map((actor) => found.filter(({ record }) => record.actor === actor));
  });
}
