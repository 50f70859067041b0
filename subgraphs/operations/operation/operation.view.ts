import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import { findCountry } from '../../../shared/reference/countries.js';
import { toHandling } from '../../../shared/record/handling-view.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toPhase } from '../phase/phase.view.js';
import { CountryMention } from '../references/place.type.js';
import type { OperationRecord, SourceRecord } from './operation.model.js';
import { CountryCount, FigureConflict, Operation, Source } from './operation.type.js';
import { toPeriod } from './period.view.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory' | 'ids'>;

/** What the world sees of an operation that the store has let through. */
export function toOperation(runtime: ViewRuntime, viewer: Viewer, record: OperationRecord): Operation {
  return Object.assign(new Operation(), {
    ref: record._id,
    id: record._id,
    code: record.code,
    name: record.name,
    exercise: record.exercise,
    coordinator: AgencyReference.readable(viewer, record.originator, runtime.directory(), runtime.visible.facts()),
    coordinatorsAsPublished: coordinatorNames(runtime, viewer, record),
    period: toPeriod(record.period),
    // Operations recorded before there were phases have no such field.
    phases: (record.phases ?? []).map(toPhase),
    crimeTypes: record.crimeTypes.map((code) => codedTerm('crimeType', code)),
    countryCount: toCountryCount(record),
    mentions: record.mentions.map((code) => CountryMention.of(code)),
    conflicts: record.conflicts.map(({ measure, country, values, note }) =>
      Object.assign(new FigureConflict(), {
        measure: codedTerm('measure', measure),
        country: country === null ? null : CountryMention.of(country),
        values: [...values],
        note,
      }),
    ),
    sources: record.sources.map(toSource),
    confidence: record.confidence,
    handling: toHandling(runtime, viewer, record.handling),
    version: operationVersion(runtime, viewer, record),
    recordedAt: new Date(record.recordedAt),
  });
}

/** Only its originator learns of, and must have read, changes of what nobody else is shown. */
export function operationVersion(
  { ids }: Pick<SubgraphRuntime, 'ids'>,
  viewer: Viewer,
  { _id, originator, version, innerVersion }: Pick<OperationRecord, '_id' | 'originator' | 'version' | 'innerVersion'>,
): string {
  return ids.version(_id, [version, originator === viewer.organisation ? innerVersion : null]);
}

/** What a publication printed is public. The name of a body that registered an operation is part of its register entry. */
function coordinatorNames({ directory, visible }: ViewRuntime, viewer: Viewer, { originator, coordinatorsAsPublished, inputToken }: OperationRecord): string[] {
  if (inputToken === null) return [...coordinatorsAsPublished];
  const shown = AgencyReference.readable(viewer, originator, directory(), visible.facts()) !== null;
  const name = directory().organisation(originator)?.name;
  return shown && name !== undefined ? [name] : [];
}

export function toSource(record: SourceRecord): Source {
  return Object.assign(new Source(), { ...record, states: [...record.states] });
}

/** Only an exact number can be split into named and not named; a territory with a sub-bureau is no country of it. */
function toCountryCount({ countryCount: { value, qualifier }, mentions }: OperationRecord): CountryCount {
  const territories = mentions.filter((code) => findCountry(code)?.subBureau === true).length;
  const named = mentions.length - territories;
  const exact = value !== null && (qualifier === 'EXACT' || qualifier === 'AS_STATED') && value >= named;
  return Object.assign(new CountryCount(), {
    value,
    qualifier: codedTermOrNull('qualifier', qualifier),
    named,
    namedTerritories: territories,
    notNamed: exact ? value - named : null,
  });
}
