import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';

/** The National Central Bureau of a country that the viewer may see, the first by its code; null where there is none. */
export function bureauOf({ directory, visible }: Pick<SubgraphRuntime, 'directory' | 'visible'>, viewer: Viewer, country: string): AgencyReference | null {
  const register = directory();
  const bureaus = [...register.organisations()].filter(({ ncb, country: its, succeededBy }) => ncb && its === country && succeededBy === null);
  const readable = bureaus.map(({ id }) => id).sort().flatMap((id) => AgencyReference.readable(viewer, id, register, visible.facts()) ?? []);
  return readable[0] ?? null;
}
