import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { prepareDataFolder } from '../data-folder.js';
import type { ImportEnd } from './import-file.js';
import type { PackImport } from './packs/import-pack.js';
import { isLedgerKind, type LedgerKind } from './ledger/is-ledger-kind.js';
import { isPack } from './packs/is-pack.js';
import type { Asked } from './import-records.js';
import { keepHeapsSmall } from './small-heap.js';

interface ImportOptions {
  readonly as?: string;
  readonly mapping?: string;
  readonly refused?: string;
  readonly purpose?: string;
  readonly case?: string;
  readonly tlp?: string;
  readonly operation?: string;
}

/** `tessera import`: exit code 1 where anything was refused, so that a script notices. */
export function addImportCommand(program: Command, environment: NodeJS.ProcessEnv): void {
  program
    .command('import')
    .description('import files: published (operations as they were published), records of an organisation as CSV, tags and actors as packs, or public ledgers')
    .argument('<kind>', 'published, arrests, rescues, assets, tags, bitcoin or ether')
    .argument('<file...>', 'the file; of tags, bitcoin and ether also several')
    .option('--as <organisation>', 'records: code of the organisation that gives them')
    .option('--mapping <file>', 'records: how columns become fields (docs/importing.md)')
    .option('--refused <file>', 'records: where refused rows are written; left out, beside the file')
    .option('--purpose <code>', 'records: purpose that the organisation states, with --case')
    .option('--case <reference>', 'records: case that the purpose belongs to')
    .option('--tlp <level>', 'packs: how everything in them is handled (CLEAR, GREEN, AMBER, AMBER_STRICT, RED)')
    .option('--operation <code>', 'packs: operation under which tags are recorded')
    .action(async (kind: string, files: string[], options: ImportOptions) => {
      if (isLedgerKind(kind)) {
        const { text, complete } = await importLedger(environment, kind, files);
        process.stdout.write(text);
        if (!complete) process.exitCode = 1;
        return;
      }
      if (kind !== 'tags' && files.length > 1) throw new Error(`One file of ${kind} at a time; these are ${files.length}.`);
      for (const file of files) {
        const { text, complete } = kind === 'published' ? await importPublishedFile(environment, file) : await importRecordsFile(environment, kind, file, options);
        process.stdout.write(files.length === 1 ? text : `${file}: ${text}`);
        if (!complete) process.exitCode = 1;
      }
    });
}

async function importPublishedFile(environment: NodeJS.ProcessEnv, file: string): Promise<ImportEnd> {
  const config = readConfig(environment);
  const content = await readFile(file, 'utf8');
  await prepareDataFolder(config.dataFolder);
  const { importPublished } = await import('../import-published.js');
  return importPublished(config, content);
}

async function importLedger(environment: NodeJS.ProcessEnv, kind: LedgerKind, files: readonly string[]): Promise<ImportEnd> {
  const { importLedgerIntoDataFolder, importLedgerIntoDeployment } = await import('./ledger/import-ledger-files.js');
  const { namesRealStore, readStoreConfig } = await import('../deployment/store-config.js');
  if (namesRealStore(environment)) return importLedgerIntoDeployment(readStoreConfig(environment), kind, files);
  const config = readConfig(environment);
  await prepareDataFolder(config.dataFolder);
  return importLedgerIntoDataFolder(config, kind, files);
}

async function importRecordsFile(environment: NodeJS.ProcessEnv, kind: string, file: string, options: ImportOptions): Promise<ImportEnd> {
  const { isImportKind } = await import('./importer-of.js');
  if (!isImportKind(kind)) throw new Error(`"${kind}" cannot be imported: use "published", "arrests", "rescues", "assets", "tags", "bitcoin" or "ether".`);
  const { as: organisation, mapping: mappingFile, purpose = null, case: caseReference = null, refused: refusedFile = null } = options;
  const isOfPacks = kind === 'tags' && isPack(file);
  if (organisation === undefined) throw new Error(`Say for whom: tessera import ${kind} <file> --as <organisation>.`);
  if ((purpose === null) !== (caseReference === null)) throw new Error('A purpose counts only together with its case: give --purpose and --case, or neither.');
  keepHeapsSmall();
  const shared = { file, organisation, purpose, caseReference, refusedFile };
  const { importIntoDataFolder, importIntoDeployment } = await import('./import-records.js');
  const { namesRealStore, readStoreConfig } = await import('../deployment/store-config.js');
  const asked: Asked = isOfPacks ? { ...shared, ...(await packOptions(options)) } : { ...shared, kind, mappingFile: mappingFile ?? missingMapping(kind) };
  if (namesRealStore(environment)) return importIntoDeployment(readStoreConfig(environment), asked);
  const config = readConfig(environment);
  await prepareDataFolder(config.dataFolder);
  return importIntoDataFolder(config, asked);
}

/** A pack says nothing of its handling, and a default would publish what somebody confided. */
async function packOptions({ tlp, operation, mapping }: ImportOptions): Promise<Pick<PackImport, 'handling' | 'operation'>> {
  const { TLP_LEVELS } = await import('../../shared/handling/label.js');
  if (mapping !== undefined) throw new Error('A pack has no columns to map: leave --mapping out.');
  const level = TLP_LEVELS.find((known) => known === tlp);
  if (level === undefined) throw new Error(`Say how the tags are handled: --tlp <level>, one of ${TLP_LEVELS.join(', ')}.`);
  return { handling: { tlp: level, codes: [], recipients: [] }, operation: operation ?? null };
}

function missingMapping(kind: string): never {
  throw new Error(`Say how its columns become fields: tessera import ${kind} <file> --as <organisation> --mapping <file.json>.`);
}
