import { randomBytes } from 'node:crypto';
import { systemClock } from '../../shared/clock/clock.js';
import { Directory } from '../../shared/directory/directory.js';
import { canonicalJson } from '../../shared/canonical-json/canonical-json.js';
import { ed25519Signer } from '../../shared/journal/receipt-signer.js';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import type { AgencyEntry } from '../../subgraphs/agencies/agency/agency.service.js';
import { createAgenciesSubgraph, type AgenciesSubgraph } from '../../subgraphs/agencies/create-agencies-subgraph.js';
import { readOrganisationsFile } from './organisations-file.js';
import type { StoreConfig } from './store-config.js';

export interface RegisterOptions {
  /** The organisation that keeps the register, and is the originator of every entry. */
  readonly keeper: string;
  /** Whether entries that are there become what the file says. Otherwise they stay, and are told. */
  readonly change: boolean;
}

/** `complete` = the register says what the file says. */
export interface RegisterReport {
  readonly text: string;
  readonly complete: boolean;
}

/** Nobody takes part in anything yet where only organisations are asked for. */
const NO_OPERATIONS = { read: () => Promise.resolve({ revision: '', entries: [] }) };

/**
 * Enters organisations into the register of a deployment, by which it begins: until then nobody may sign in. Whoever
 * runs it holds the store and its keys. It writes through the journal like everybody, in the name of the service
 * `register-keeper`, so that every entry and every change of one stands in the keeper's chain.
 */
export async function registerOrganisations({ mongodbUri, databasePrefix, keys }: StoreConfig, content: string, { keeper, change }: RegisterOptions): Promise<RegisterReport> {
  // A file with a fault must not touch the store.
  const entries = readOrganisationsFile(content);
  const held: { directory: Directory | null } = { directory: null };
  const agencies = await createAgenciesSubgraph({
    mongodbUri,
    databasePrefix,
    clock: systemClock,
    entropy: randomBytes,
    idKey: keys.idKey,
    signer: ed25519Signer(keys.signingKey),
    directory: () => {
      if (held.directory === null) throw new Error('The register is asked before it is open.');
      return held.directory.current();
    },
    refreshDirectory: async () => held.directory?.refresh(),
  });
  try {
    const directory = new Directory({ clock: systemClock, organisations: agencies.feed, operations: NO_OPERATIONS });
    held.directory = directory;
    await directory.start();
    try {
      assertKeeper(keeper, entries, directory);
      return await enter(agencies, directory, entries, { keeper, change });
    } finally {
      directory.stop();
    }
  } finally {
    await agencies.close();
  }
}

async function enter({ service, stores }: AgenciesSubgraph, directory: Directory, entries: readonly AgencyEntry[], { keeper, change }: RegisterOptions): Promise<RegisterReport> {
  const viewer = serviceViewer('register-keeper', keeper);
  const lines: string[] = [];
  let complete = true;
  for (const entry of entries) {
    const [before] = await stores.agencies.findReadable(viewer, [entry.code]);
    const differing = before === undefined ? [] : differingFields({ ...before, tlp: directory.current().organisation(entry.code)?.label.tlp }, entry);
    if (differing.length > 0 && !change) {
      lines.push(`left       ${entry.code}: differs in ${differing.join(', ')}; --change makes the entry as the file says`);
      complete = false;
      continue;
    }
    const outcome = await service.register(viewer, entry, { ifAbsent: !change });
    if ('refused' in outcome) throw new Error(`The register refused ${entry.code}: ${outcome.refused.message}`);
    await directory.refresh();
    if (before === undefined) lines.push(`entered    ${entry.code}`);
    else lines.push(differing.length === 0 ? `unchanged  ${entry.code}` : `changed    ${entry.code}: ${differing.join(', ')}`);
  }
  return { text: `${lines.join('\n')}\n`, complete };
}

function differingFields(before: object, { code: _, ...after }: AgencyEntry): string[] {
  const held = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([field, value]) => (canonicalJson((held.get(field) ?? null) as never) === canonicalJson(value as never) ? [] : [field]));
}

/** The first keeper enters itself; nobody else becomes one by a slip of the pen. */
function assertKeeper(keeper: string, entries: readonly AgencyEntry[], directory: Directory): void {
  const keepers = new Set([...directory.current().organisations()].map(({ label }) => label.originator));
  if (keepers.size > 0 && !keepers.has(keeper)) throw new Error(`The register is kept by ${[...keepers].join(', ')}: name that one with --as.`);
  if (keepers.size === 0 && !entries.some(({ code }) => code === keeper)) throw new Error(`The register is empty, and the file does not list its keeper ${keeper}: add it.`);
}
