import 'reflect-metadata';
import type { SubgraphDefinition } from '../shared/subgraph-server/build-subgraph-schema.js';
import { agenciesDefinition } from '../subgraphs/agencies/schema.js';
import { arrestsDefinition } from '../subgraphs/arrests/schema.js';
import { assetsDefinition } from '../subgraphs/assets/schema.js';
import { operationsDefinition } from '../subgraphs/operations/schema.js';
import { virtualAssetsDefinition } from '../subgraphs/virtual-assets/schema.js';

/** Every subgraph of the exchange by its name in the supergraph. */
export const SUBGRAPH_DEFINITIONS: Readonly<Record<string, SubgraphDefinition<never>>> = {
  agencies: agenciesDefinition,
  arrests: arrestsDefinition,
  assets: assetsDefinition,
  operations: operationsDefinition,
  'virtual-assets': virtualAssetsDefinition,
};
