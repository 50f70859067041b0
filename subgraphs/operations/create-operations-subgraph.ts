import type { OperationFeed } from '../../shared/directory/directory-feed.js';
import { buildFederatedSchema, containerOf } from '../../shared/subgraph-server/build-subgraph-schema.js';
import type { LocalSubgraph } from '../../shared/subgraph-server/local-subgraph.js';
import { openSubgraph, type Platform, type RunningSubgraph } from '../../shared/subgraph-server/subgraph-runtime.js';
import { CriminalGroupResolver, OperationCriminalGroupsResolver } from './criminal-group/criminal-group.resolver.js';
import { CriminalGroupService } from './criminal-group/criminal-group.service.js';
import { CriminalGroupStore } from './criminal-group/criminal-group.store.js';
import { FigureResolver } from './figure/figure.resolver.js';
import { FigureService } from './figure/figure.service.js';
import { FigureStore } from './figure/figure.store.js';
import { ReportedBoundsResolver } from './bounds/reported-bounds.resolver.js';
import { operationsContext } from './loaders.js';
import { OperationResolver } from './operation/operation.resolver.js';
import { OperationService } from './operation/operation.service.js';
import { OperationStore } from './operation/operation.store.js';
import { operationsFeed } from './operations.feed.js';
import { ParticipationResolver } from './participation/participation.resolver.js';
import { ParticipationService } from './participation/participation.service.js';
import { ParticipationStore } from './participation/participation.store.js';
import { PublishedOperationsService } from './published/published-operations.service.js';
import { OperationRankingResolver } from './ranking/operation-ranking.resolver.js';
import { OperationDisclosureResolver, operationsDefinition } from './schema.js';

export interface OperationsSubgraph extends RunningSubgraph {
  readonly feed: OperationFeed;
  readonly stores: { readonly participations: ParticipationStore };
  readonly services: {
    readonly operations: OperationService;
    readonly figures: FigureService;
    readonly participations: ParticipationService;
    readonly criminalGroups: CriminalGroupService;
    readonly published: PublishedOperationsService;
  };
}

export async function createOperationsSubgraph(platform: Platform): Promise<OperationsSubgraph> {
  const { runtime, stores, close } = await openSubgraph(platform, 'operations', (base) => {
    const opened = {
      operations: new OperationStore(base),
      figures: new FigureStore(base),
      participations: new ParticipationStore(base),
      criminalGroups: new CriminalGroupStore(base),
    };
    return {
      stores: opened,
      projections: [opened.operations.projection, opened.figures.projection, opened.criminalGroups.projection, ...opened.participations.projections],
    };
  });
  const operations = new OperationService(runtime);
  const figures = new FigureService(runtime);
  const participations = new ParticipationService(runtime, stores.participations);
  const criminalGroups = new CriminalGroupService(runtime);
  const container = containerOf([
    new OperationResolver(runtime, stores.operations, operations),
    new FigureResolver(runtime, stores.figures, figures),
    new ParticipationResolver(runtime, stores.participations, participations),
    new CriminalGroupResolver(runtime, stores.criminalGroups, criminalGroups),
    new OperationCriminalGroupsResolver(runtime),
    new OperationRankingResolver(runtime, stores),
    new ReportedBoundsResolver(runtime, stores),
    new OperationDisclosureResolver(runtime),
  ]);
  const { schema } = await buildFederatedSchema(operationsDefinition, container, () => runtime);
  const local: LocalSubgraph = { name: 'operations', schema, createContext: (viewer) => operationsContext(viewer, stores) };
  const published = new PublishedOperationsService(runtime);
  return { local, runtime, close, feed: operationsFeed(runtime, stores), stores, services: { operations, figures, participations, criminalGroups, published } };
}
