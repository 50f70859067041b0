import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readConfig } from '../config.js';
import { prepareDataFolder } from '../data-folder.js';
import type { ImportEnd } from './import-file.js';
import { keepHeapsSmall } from './small-heap.js';

interface ImportOptions {
  readonly as?: string;
  readonly mapping?: string;
  readonly refused?: string;
  readonly purpose?: string;
  readonly case?: string;
}

/** `tessera import`: exit code 1 where anything was refused, so that a script notices. */
export function addImportCommand(program: Command, environment: NodeJS.ProcessEnv): void {
  program
    .command('import')
    .description('import a file: published (operations as they were published), or records of an organisation as CSV')
    .argument('<kind>', 'published, arrests, rescues or assets')
    .argument('<file>', 'the file')
    .option('--as <organisation>', 'records: code of the organisation that gives them')
    .option('--mapping <file>', 'records: how columns become fields (docs/importing.md)')
    .option('--refused <file>', 'records: where refused rows are written; left out, beside the file')
    .option('--purpose <code>', 'records: purpose that the organisation states, with --case')
    .option('--case <reference>', 'records: case that the purpose belongs to')
    .action(async (kind: string, file: string, options: ImportOptions) => {
      const { text, complete } = kind === 'published' ? await importPublishedFile(environment, file) : await importRecordsFile(environment, kind, file, options);
      process.stdout.write(text);
      if (!complete) process.exitCode = 1;
    });
}

async function importPublishedFile(environment: NodeJS.ProcessEnv, file: string): Promise<ImportEnd> {
  const config = readConfig(environment);
  const content = await readFile(file, 'utf8');
  await prepareDataFolder(config.dataFolder);
  const { importPublished } = await import('../import-published.js');
  return importPublished(config, content);
}

async function importRecordsFile(environment: NodeJS.ProcessEnv, kind: string, file: string, options: ImportOptions): Promise<ImportEnd> {
  const { isImportKind } = await import('./importer-of.js');
  if (!isImportKind(kind)) throw new Error(`"${kind}" cannot be imported: use "published", "arrests", "rescues" or "assets".`);
  const { as: organisation, mapping: mappingFile, purpose = null, case: caseReference = null, refused: refusedFile = null } = options;
  if (organisation === undefined || mappingFile === undefined) throw new Error(`Say for whom and how: tessera import ${kind} <file> --as <organisation> --mapping <file.json>.`);
  if ((purpose === null) !== (caseReference === null)) throw new Error('A purpose counts only together with its case: give --purpose and --case, or neither.');
  keepHeapsSmall();
  const asked = { kind, file, mappingFile, organisation, purpose, caseReference, refusedFile };
  const { importIntoDataFolder, importIntoDeployment } = await import('./import-records.js');
  const { namesRealStore, readStoreConfig } = await import('../deployment/store-config.js');
  if (namesRealStore(environment)) return importIntoDeployment(readStoreConfig(environment), asked);
  const config = readConfig(environment);
  await prepareDataFolder(config.dataFolder);
  return importIntoDataFolder(config, asked);
}
