import DataLoader from 'dataloader';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { AgencyRecord } from './agency.model.js';
import type { AgencyStore } from './agency.store.js';

export type AgencyLoader = DataLoader<string, AgencyRecord | null>;

/** Entries by code; absent and unreadable ones both resolve to `null`. One per request, with its viewer inside. */
export function agencyLoader(viewer: Viewer, store: AgencyStore): AgencyLoader {
  return new DataLoader(async (codes: readonly string[]) => {
    const found = new Map((await store.findReadable(viewer, codes)).map((agency) => [agency._id, agency]));
    return codes.map((code) => found.get(code) ?? null);
  });
}
