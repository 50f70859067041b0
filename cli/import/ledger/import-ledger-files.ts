import { join } from 'node:path';
import { openEmbeddedStore } from '../../../embedded/start-embedded-store.js';
import { systemClock } from '../../../shared/clock/clock.js';
import { embeddedKeys } from '../../../shared/deployment/embedded-keys.js';
import type { VirtualAssetsSubgraph } from '../../../subgraphs/virtual-assets/create-virtual-assets-subgraph.js';
import { DATABASE_PREFIX, type Config } from '../../config.js';
import type { StoreConfig } from '../../deployment/store-config.js';
import { openExchange } from '../../open-exchange.js';
import type { ImportEnd } from '../import-file.js';
import { importLedgerFile } from './import-ledger-file.js';
import type { LedgerKind } from './is-ledger-kind.js';

/** Findings that are told one by one; of the others the number. */
const TOLD_FINDINGS = 100;

/** Into the data folder, whether Tessera is running there or not. */
export async function importLedgerIntoDataFolder({ dataFolder }: Config, kind: LedgerKind, files: readonly string[]): Promise<ImportEnd> {
  const keys = await embeddedKeys(dataFolder);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  try {
    return await importLedgerIntoDeployment({ mongodbUri: store.uri, databasePrefix: DATABASE_PREFIX, keys }, kind, files);
  } finally {
    await store.stop();
  }
}

/** Into a real MongoDB, beside the processes that serve it. */
export async function importLedgerIntoDeployment(store: StoreConfig, kind: LedgerKind, files: readonly string[]): Promise<ImportEnd> {
  const exchange = await openExchange({ ...store, clock: systemClock, counts: false });
  try {
    return await importLedgerFiles(exchange.virtualAssets, kind, files, process.stderr);
  } finally {
    await exchange.close();
  }
}

/** The files one after the other, then what does not fit between rows of the whole ledger. `complete` = no row was refused. */
export async function importLedgerFiles({ stores, bitcoin }: Pick<VirtualAssetsSubgraph, 'stores' | 'bitcoin'>, kind: LedgerKind, files: readonly string[], output: NodeJS.WriteStream): Promise<ImportEnd> {
  const told: string[] = [];
  let complete = true;
  for (const file of files) {
    const end = await importLedgerFile(stores.ledger, kind, file, output);
    told.push(files.length === 1 ? end.text : `${file}: ${end.text}`);
    complete &&= end.complete;
  }
  if (kind === 'bitcoin') told.push(await findingsOf(bitcoin));
  return { text: told.join(''), complete };
}

async function findingsOf(bitcoin: VirtualAssetsSubgraph['bitcoin']): Promise<string> {
  const { summary, findings, graph } = await bitcoin.current();
  const number = new Intl.NumberFormat('en');
  const shown = findings.kept.slice(0, TOLD_FINDINGS);
  const lines = [
    `The ledger holds ${number.format(summary.transactions)} transactions up to block ${String(graph.evidence.height ?? 'none')}; ${number.format(summary.repeated)} rows were given more than once, ${number.format(summary.orphaned)} stand in blocks that were replaced.`,
    ...shown.map(({ source, line, fault }) => `finding  ${source}:${String(line)}: ${fault}`),
    ...(findings.count > shown.length ? [`finding  and ${number.format(findings.count - shown.length)} more.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
