import { randomBytes } from 'node:crypto';
import { createConnection, type Connection } from 'mongoose';
import type { Clock } from '../clock/clock.js';
import type { DirectorySnapshot } from '../directory/directory-snapshot.js';
import { DisclosureLog } from '../disclosure/disclosure-log.js';
import { HandlingStore } from '../handling/handling.store.js';
import { ReleaseGroups } from '../handling/release-groups.js';
import { VisibleLabels } from '../handling/visible-labels.js';
import { RecordIds } from '../identifiers/record-ids.js';
import { Journal } from '../journal/journal.js';
import type { Projection } from '../journal/projection.js';
import type { ReceiptSigner } from '../journal/receipt-signer.js';
import { SnapshotStore } from '../tally/snapshot.store.js';
import type { TallyKind } from '../tally/tally-kind.js';
import { TallyStore } from '../tally/tally.store.js';
import type { LocalSubgraph } from './local-subgraph.js';

/** What every subgraph of a deployment shares: where the store is, what time it is, which keys are used. */
export interface Platform {
  readonly mongodbUri: string;
  /** Each subgraph has a database of its own: `<prefix>_<subgraph>`. */
  readonly databasePrefix: string;
  readonly clock: Clock;
  readonly entropy: (bytes: number) => Buffer;
  readonly idKey: Buffer;
  readonly signer: ReceiptSigner;
  /** The register and the operations as they are now; throws UNAVAILABLE when it is too old to decide by. */
  readonly directory: () => DirectorySnapshot;
  /** Resolves when the directory of this process shows what was written before the call. */
  readonly refreshDirectory: () => Promise<void>;
  /**
   * Whether this process counts; left out, it does. A program that only writes leaves that to the processes that serve,
   * and a tally or list that it were asked for all the same is UNAVAILABLE.
   */
  readonly counts?: boolean;
  /** Told of faults in the background, which are tried again. Left out, they are warnings of the process. */
  readonly onFault?: (fault: unknown) => void;
}

/** Code for the owner of a chain that belongs to no country (coordinating bodies): ISO 3166-1 leaves ZZ to users. */
const NO_COUNTRY = 'ZZ';

/** The parts that every subgraph is made of. Its stores and services take what they need of it. */
export interface SubgraphRuntime {
  readonly name: string;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: RecordIds;
  readonly directory: () => DirectorySnapshot;
  readonly refreshDirectory: () => Promise<void>;
  readonly visible: VisibleLabels;
  readonly handling: HandlingStore;
  readonly disclosures: DisclosureLog;
  readonly tallies: TallyStore;
  readonly journal: Journal;
}

/** A subgraph that serves. */
export interface RunningSubgraph {
  readonly local: LocalSubgraph;
  readonly runtime: SubgraphRuntime;
  readonly close: () => Promise<void>;
}

export interface OpenSubgraph<Stores> {
  readonly runtime: SubgraphRuntime;
  readonly stores: Stores;
  readonly close: () => Promise<void>;
}

/**
 * Opens the store of one subgraph, lets `makeStores` add its collections, and applies what a crash may have left
 * unapplied. When this resolves the subgraph may serve.
 */
export async function openSubgraph<Stores>(
  platform: Platform,
  name: string,
  makeStores: (runtime: Omit<SubgraphRuntime, 'journal'>) => { stores: Stores; projections: readonly Projection[] },
  /** Kinds of records that are counted. */
  tallyKinds: readonly TallyKind<never>[] = [],
): Promise<OpenSubgraph<Stores>> {
  const connection = await createConnection(platform.mongodbUri, {
    dbName: `${platform.databasePrefix}_${name}`,
    autoIndex: true,
    readConcern: { level: 'majority' },
    // A secondary may lag: a record could be read there under a label that it no longer has.
    readPreference: 'primary',
  }).asPromise();
  const { clock, directory, refreshDirectory, entropy, signer } = platform;
  const releases = new ReleaseGroups();
  const visible = new VisibleLabels({
    clock,
    directory,
    grants: (group) => releases.grantsOf(group),
    releaseRevision: () => releases.revision,
  });
  const handling = new HandlingStore(connection, visible, releases);
  const disclosures = new DisclosureLog({ connection, clock, entropy });
  const tallies = new TallyStore({ clock, visible, disclosures, snapshots: new SnapshotStore(connection, randomBytes), kinds: platform.counts === false ? [] : tallyKinds, ...(platform.onFault !== undefined && { onFault: platform.onFault }) });
  const base = { name, connection, clock, ids: new RecordIds(platform.idKey), directory, refreshDirectory, visible, handling, disclosures, tallies };
  const { stores, projections } = makeStores(base);
  const journal = new Journal({
    subgraph: name,
    connection,
    projections: [...handling.projections, ...projections],
    clock,
    entropy,
    signer,
    ownerCountry: (owner) => countryOf(platform, owner),
    ...(platform.onFault !== undefined && { onFault: platform.onFault }),
  });
  journal.follow((entry) => { handling.note(entry); });
  await Promise.all(Object.values(connection.models).map((model) => model.init()));
  await disclosures.open();
  await journal.open();
  await handling.load();
  await tallies.start(journal);
  return {
    runtime: { ...base, journal },
    stores,
    async close() {
      await tallies.close();
      await journal.close();
      await disclosures.close();
      await connection.close();
    },
  };
}

/** Before the register's first entry there is no country to know. */
function countryOf(platform: Platform, owner: string): string {
  return platform.directory().organisation(owner)?.country ?? NO_COUNTRY;
}
