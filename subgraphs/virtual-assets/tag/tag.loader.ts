import { recordLoader, type RecordLoader } from '../../../shared/record/record-loader.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { TagRecord } from './tag.model.js';
import type { TagStore } from './tag.store.js';

export type TagLoader = RecordLoader<TagRecord>;

export function tagLoader(viewer: Viewer, store: TagStore): TagLoader {
  return recordLoader(viewer, store);
}
