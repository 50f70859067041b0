import { disclosureResolver } from '../../shared/disclosure/disclosure.resolver.js';
import type { SubgraphDefinition } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { ReportedBoundsResolver } from './bounds/reported-bounds.resolver.js';
import type { OperationsContext } from './context.js';
import { CriminalGroupResolver, OperationCriminalGroupsResolver } from './criminal-group/criminal-group.resolver.js';
import { FigureResolver } from './figure/figure.resolver.js';
import { OperationResolver } from './operation/operation.resolver.js';
import { ParticipationResolver } from './participation/participation.resolver.js';
import { OperationRankingResolver } from './ranking/operation-ranking.resolver.js';
import { operationsReferences } from './references.js';

export const OperationDisclosureResolver = disclosureResolver('operationDisclosures', 'operations, figures, participations and criminal groups');

/** The whole surface of the subgraph; it prints without a database. */
export const operationsDefinition: SubgraphDefinition<OperationsContext> = {
  resolvers: [
    OperationResolver,
    FigureResolver,
    ParticipationResolver,
    CriminalGroupResolver,
    OperationCriminalGroupsResolver,
    OperationRankingResolver,
    ReportedBoundsResolver,
    OperationDisclosureResolver,
  ],
  references: operationsReferences,
};
