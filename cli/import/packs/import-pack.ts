import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { HandlingInput } from '../../../shared/graphql/handling.input.js';
import type { BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { PackEntry } from '../../../subgraphs/virtual-assets/tag-pack/pack-fields.js';
import { readActorEntry } from '../../../subgraphs/virtual-assets/tag-pack/read-actor-entry.js';
import type { VirtualAssetsSubgraph } from '../../../subgraphs/virtual-assets/create-virtual-assets-subgraph.js';
import { readTagEntry, type PackTerms, type ReadEntry } from '../../../subgraphs/virtual-assets/tag-pack/read-tag-entry.js';
import { assertNoInput, conclusion, type ImportEnd, type ImportParts } from '../import-file.js';
import { importProgress } from '../import-progress.js';
import { importRows, type ImportCounts, type RowImport } from '../import-rows.js';
import { importViewer, type ImportsFor } from '../import-viewer.js';
import { RefusedRows } from '../refused-rows.js';
import { openPack, type PackFile, type PackRow } from './pack-file.js';
import { PackReader, type ReportedRow } from './pack-reader.js';

export interface PackImport extends ImportsFor {
  readonly file: string;
  /** How everything of the file is handled. */
  readonly handling: HandlingInput;
  /** Code of the operation under which tags are recorded; actors are recorded under none. */
  readonly operation: string | null;
  /** Where refused entries are written; beside the file unless somebody says where. */
  readonly refusedFile: string | null;
}

/** Records the entries of a TagPack or actor pack for an organisation, through the services of the mutations. */
export async function importPack(exchange: ImportParts, asked: PackImport, output: NodeJS.WriteStream): Promise<ImportEnd> {
  const { file, handling, operation, refusedFile } = asked;
  const viewer = importViewer(exchange, asked);
  const pack = await openPack(file);
  const refused = new RefusedRows(refusedFile ?? `${file}.refused.csv`, ['entry']);
  await assertNoInput(refused.file, [file]);
  await refused.begin();
  const progress = importProgress(output, (await stat(file)).size);
  try {
    const terms: PackTerms = { handling, operation, pack: basename(file) };
    const { counts, unread } = await recordPack(exchange.virtualAssets.services, viewer, pack, terms, { refused, progress: (now, at) => { progress.show(now, at); } });
    return { text: `${notices(unread)}${conclusion(counts, refused.file)}`, complete: counts.refused === 0 };
  } finally {
    progress.end();
    await refused.end();
  }
}

export interface RecordedPack {
  readonly counts: ImportCounts;
  /** Fields that are not kept, and in how many entries each stood. */
  readonly unread: ReadonlyMap<string, number>;
}

/** Records what a pack holds. */
export async function recordPack(
  { tags, operators }: VirtualAssetsSubgraph['services'],
  viewer: Viewer,
  { holds, rows }: PackFile,
  terms: PackTerms,
  told: Pick<RowImport<never, ReportedRow>, 'refused' | 'progress'>,
): Promise<RecordedPack> {
  const run = async <Input extends { readonly reference: string }>(
    read: (entry: PackEntry, its: PackTerms) => ReadEntry<Input>,
    record: (inputs: readonly Input[]) => Promise<BatchOutcome>,
  ): Promise<RecordedPack> => {
    const reader = new PackReader(read, terms);
    const counts = await importRows({ rows: reported(rows), reader, record, ...told });
    return { counts, unread: reader.unread };
  };
  return holds === 'tags'
    ? run(readTagEntry, (inputs) => tags.recordBatch(viewer, inputs, 'SKIP_INVALID', 'AS_STATED'))
    : run(readActorEntry, (inputs) => operators.recordBatch(viewer, inputs, 'SKIP_INVALID', 'AS_STATED'));
}

async function* reported(rows: AsyncIterable<PackRow>): AsyncGenerator<ReportedRow> {
  for await (const row of rows) yield { ...row, cells: [row.text] };
}

function notices(unread: ReadonlyMap<string, number>): string {
  return [...unread].map(([field, count]) => `Not kept: the field "${field}" of ${new Intl.NumberFormat('en').format(count)} entries.\n`).join('');
}

