import { Evaluation } from '../../../shared/graphql/evaluation.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { toHandling, toReleases } from '../../../shared/record/handling-view.js';
import { criminalGroupCode } from '../../../shared/record/readable-criminal-group.js';
import { codedTerm } from '../../../shared/reference/code-lists.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ReadableCriminalGroup } from './criminal-group.store.js';
import { CriminalCell, CriminalGroup } from './criminal-group.type.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory'>;

/** What the world sees of a criminal group that its store has let through. */
export function toCriminalGroup(runtime: ViewRuntime, viewer: Viewer, { record, versionToken }: ReadableCriminalGroup): CriminalGroup {
  if (record.handling === null) throw new Error('A shown record has a label.');
  const originator = AgencyReference.readable(viewer, record.originator, runtime.directory(), runtime.visible.facts());
  return Object.assign(new CriminalGroup(), {
    ref: record._id,
    id: record._id,
    reference: record.reference,
    code: originator === null ? null : criminalGroupCode(record),
    name: record.name,
    originator,
    crimeTypes: record.crimeTypes.map((code) => codedTerm('crimeType', code)),
    cells: record.cells.map((cell) =>
      Object.assign(new CriminalCell(), {
        code: cell.code,
        name: cell.name,
        country: CountryReference.of(cell.country),
        function: codedTerm('cellFunction', cell.function),
      }),
    ),
    note: record.note,
    evaluation: record.evaluation === null ? null : Object.assign(new Evaluation(), record.evaluation),
    handling: toHandling(runtime, viewer, record.handling),
    releases: toReleases(runtime, viewer, record),
    versionToken,
    recordedAt: new Date(record.recordedAt),
    operationRef: record.operation,
  });
}
