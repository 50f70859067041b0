import { isInputObjectType, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import type { BatchOutcome } from '../../shared/record/batch-recorder.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { RecordArrestInput } from '../../subgraphs/arrests/arrest/arrest.inputs.js';
import type { RecordRescueInput } from '../../subgraphs/arrests/rescue/rescue.inputs.js';
import type { RecordAssetInput } from '../../subgraphs/assets/asset/asset.inputs.js';
import type { RecordTagInput } from '../../subgraphs/virtual-assets/tag/tag.inputs.js';
import type { Exchange } from '../open-exchange.js';

export const IMPORT_KINDS = ['arrests', 'rescues', 'assets', 'tags'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export function isImportKind(text: string): text is ImportKind {
  return IMPORT_KINDS.some((kind) => kind === text);
}

/** What a file of one kind is read as, and who records it. */
export interface Importer<Input> {
  readonly input: GraphQLInputObjectType;
  readonly record: (inputs: readonly Input[]) => Promise<BatchOutcome>;
}

export type RecordInput = RecordArrestInput | RecordRescueInput | RecordAssetInput | RecordTagInput;

/** The same service as that of the mutation: a file can do nothing that an officer of the organisation could not. */
export function importerOf({ arrests, assets, virtualAssets }: Pick<Exchange, 'arrests' | 'assets' | 'virtualAssets'>, viewer: Viewer, kind: ImportKind): Importer<RecordInput> {
  switch (kind) {
    case 'arrests':
      return { input: inputNamed(arrests.local.schema, 'RecordArrestInput'), record: (rows) => arrests.services.arrests.recordBatch(viewer, rows as RecordArrestInput[], 'SKIP_INVALID') };
    case 'rescues':
      return { input: inputNamed(arrests.local.schema, 'RecordRescueInput'), record: (rows) => arrests.services.rescues.recordBatch(viewer, rows as RecordRescueInput[], 'SKIP_INVALID') };
    case 'assets':
      return { input: inputNamed(assets.local.schema, 'RecordAssetInput'), record: (rows) => assets.services.assets.recordBatch(viewer, rows as RecordAssetInput[], 'SKIP_INVALID') };
    case 'tags':
      return { input: inputNamed(virtualAssets.local.schema, 'RecordTagInput'), record: (rows) => virtualAssets.services.tags.recordBatch(viewer, rows as RecordTagInput[], 'SKIP_INVALID', 'AS_STATED') };
  }
}

function inputNamed(schema: GraphQLSchema, name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`There is no input ${name}.`);
  return type;
}
