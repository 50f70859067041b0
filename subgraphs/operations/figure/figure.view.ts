import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';
import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import { findCurrency } from '../../../shared/reference/currencies.js';
import { toHandling } from '../../../shared/record/handling-view.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toSource } from '../operation/operation.view.js';
import { CountryMention } from '../references/place.type.js';
import { figureBounds } from './figure-bounds.js';
import type { FigureRecord } from './figure.model.js';
import { FigureRevision, ReportedFigure } from './figure.type.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory' | 'ids'>;

/** What the world sees of a reported figure that the store has let through. */
export function toReportedFigure(runtime: ViewRuntime, viewer: Viewer, record: FigureRecord): ReportedFigure {
  if (record.handling === null) throw new Error('A shown figure has a label.');
  const { currency } = record;
  return Object.assign(new ReportedFigure(), {
    id: record._id,
    measure: codedTerm('measure', record.measure),
    value: record.value,
    qualifier: codedTerm('qualifier', record.qualifier),
    ...figureBounds(record.value, record.qualifier),
    currencyCode: currency,
    currency: currency === null || findCurrency(currency) === undefined ? null : CurrencyReference.of(currency),
    meaning: codedTermOrNull('meaning', record.meaning),
    assetClass: codedTermOrNull('assetClass', record.assetClass),
    countries: record.countries.map((code) => CountryMention.of(code)),
    note: record.note,
    source: record.source === null ? null : toSource(record.source),
    reportedBy: AgencyReference.readable(viewer, record.originator, runtime.directory(), runtime.visible.facts()),
    history: record.history.map(({ value, qualifier, note, recordedAt }) =>
      Object.assign(new FigureRevision(), { value, qualifier: codedTerm('qualifier', qualifier), note, recordedAt: new Date(recordedAt) }),
    ),
    handling: toHandling(runtime, viewer, record.handling),
    version: figureVersion(runtime, record),
  });
}

export function figureVersion({ ids }: Pick<SubgraphRuntime, 'ids'>, { _id, version }: Pick<FigureRecord, '_id' | 'version'>): string {
  return ids.version(_id, [version]);
}
