import { randomBytes } from 'node:crypto';
import type { Clock } from '../shared/clock/clock.js';
import { Directory } from '../shared/directory/directory.js';
import { DirectorySnapshot } from '../shared/directory/directory-snapshot.js';
import type { DeploymentKeys } from '../shared/deployment/embedded-keys.js';
import { ed25519Signer } from '../shared/journal/receipt-signer.js';
import type { Platform, RunningSubgraph } from '../shared/subgraph-server/subgraph-runtime.js';
import { createAgenciesSubgraph, type AgenciesSubgraph } from '../subgraphs/agencies/create-agencies-subgraph.js';
import { createArrestsSubgraph, type ArrestsSubgraph } from '../subgraphs/arrests/create-arrests-subgraph.js';
import { createAssetsSubgraph, type AssetsSubgraph } from '../subgraphs/assets/create-assets-subgraph.js';
import { createOperationsSubgraph, type OperationsSubgraph } from '../subgraphs/operations/create-operations-subgraph.js';
import { createVirtualAssetsSubgraph, type VirtualAssetsSubgraph } from '../subgraphs/virtual-assets/create-virtual-assets-subgraph.js';

export interface ExchangeOptions {
  readonly mongodbUri: string;
  readonly databasePrefix: string;
  readonly keys: DeploymentKeys;
  readonly clock: Clock;
  /** False for a program that writes and answers nobody: it does not hold what tallies are counted from. */
  readonly counts?: boolean;
  /** Random bytes; tests give their own to compare answers byte by byte. */
  readonly entropyOf?: (subgraph: string) => Platform['entropy'];
}

/** All subgraphs in one process, over one store and one directory. */
export interface Exchange {
  readonly agencies: AgenciesSubgraph;
  readonly operations: OperationsSubgraph;
  readonly arrests: ArrestsSubgraph;
  readonly assets: AssetsSubgraph;
  readonly virtualAssets: VirtualAssetsSubgraph;
  /** All of them. */
  readonly subgraphs: readonly RunningSubgraph[];
  readonly directory: Directory;
  close(): Promise<void>;
}

const NOTHING_YET = new DirectorySnapshot({ revision: '', entries: [], suspendedSubjects: [] }, { revision: '', entries: [] });

export async function openExchange(options: ExchangeOptions): Promise<Exchange> {
  const { mongodbUri, databasePrefix, keys, clock } = options;
  const held: { directory: Directory | null } = { directory: null };
  const platform: Omit<Platform, 'entropy'> = {
    mongodbUri,
    databasePrefix,
    clock,
    ...(options.counts !== undefined && { counts: options.counts }),
    idKey: keys.idKey,
    signer: ed25519Signer(keys.signingKey),
    // While the subgraphs open, nobody asks them yet: an empty directory lets nobody see anything.
    directory: () => held.directory?.current() ?? NOTHING_YET,
    refreshDirectory: async () => held.directory?.refresh(),
  };
  const platformOf = (subgraph: string): Platform => ({ ...platform, entropy: options.entropyOf?.(subgraph) ?? randomBytes });
  const [agencies, operations, arrests, assets, virtualAssets] = await Promise.all([
    createAgenciesSubgraph(platformOf('agencies')),
    createOperationsSubgraph(platformOf('operations')),
    createArrestsSubgraph(platformOf('arrests')),
    createAssetsSubgraph(platformOf('assets')),
    createVirtualAssetsSubgraph(platformOf('virtual-assets')),
  ]);
  const subgraphs = [agencies, operations, arrests, assets, virtualAssets];
  const directory = new Directory({ clock, organisations: agencies.feed, operations: operations.feed });
  await directory.start();
  held.directory = directory;
  return {
    agencies,
    operations,
    arrests,
    assets,
    virtualAssets,
    subgraphs,
    directory,
    async close() {
      directory.stop();
      await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
    },
  };
}
