import type { Label } from '../../../shared/handling/label.js';
import type { JournalView } from '../../../shared/journal/batch.js';
import type { Draft, DraftChange } from '../../../shared/journal/draft.js';
import { canonicalJson } from '../../../shared/canonical-json/canonical-json.js';
import { InvalidDraftError } from '../../../shared/journal/json.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { serviceViewer } from '../../../shared/viewer/service-viewers.js';
import type { FigureRecord } from '../figure/figure.model.js';
import { LONGEST_CODE, operationIdOf } from '../operation/operation-code.js';
import type { OperationRecord } from '../operation/operation.model.js';
import { periodFacts } from '../operation/period.js';
import { draftFigures } from './draft-figures.js';
import { coordinatorsOf, IMPORTER, placeOf, sameCoordinator } from './published-code.js';
import { readPublishedEntries, type PublishedOperation } from './published-file.js';
import { readPublishedEntry } from './read-published-entry.js';
import type { Remark } from './remark.js';
import { surprisingCodes } from './surprising-codes.js';

export interface ImportReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Why entries were refused, each with its path into the file. */
  readonly refusals: readonly Remark[];
  /** What was kept although something about it is unknown or surprising. */
  readonly notices: readonly Remark[];
}

type Outcome = 'added' | 'changed' | 'unchanged' | 'refused';

interface ImportedEntry {
  readonly outcome: Outcome;
  readonly refusals: readonly Remark[];
  readonly notices: readonly Remark[];
}

/** An entry of the file that may be imported. */
interface AcceptedEntry {
  readonly operation: PublishedOperation;
  readonly unrecognised: string | null;
  readonly originator: string;
  readonly code: string;
  readonly id: string;
}

/** Imports published operations: CLEAR, originated by the coordinating body, every figure with its source. */
export class PublishedOperationsService {
  readonly #runtime: SubgraphRuntime;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new JournalWriter(runtime);
  }

  /**
   * Imports a file. A wrong entry is refused and the others are imported; the report says which and why. The same
   * file twice changes nothing. Throws UnreadablePublishedFileError where the file is no list at all.
   */
  async import(content: string): Promise<ImportReport> {
    const counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
    const refusals: Remark[] = [];
    const notices: Remark[] = [];
    const seen = new Map<string, number>();
    const imports: Promise<ImportedEntry>[] = [];
    for (const [index, entry] of readPublishedEntries(content).entries()) {
      const at = `[${String(index)}]`;
      const read = readPublishedEntry(entry);
      if ('refusals' in read) {
        counts.refused += 1;
        refusals.push(...within(at, read.refusals));
        continue;
      }
      const { operation, unrecognised } = read;
      const { originator, code, unknownCoordinator } = placeOf(operation, this.#runtime.directory());
      const earlier = seen.get(code);
      if (earlier !== undefined || code.length > LONGEST_CODE) {
        counts.refused += 1;
        const message =
          earlier === undefined
            ? `makes a code of ${String(code.length)} characters; at most ${String(LONGEST_CODE)} are kept.`
            : `"${operation.id}" stands in this file already, at [${String(earlier)}].`;
        refusals.push({ path: `${at}.id`, message });
        continue;
      }
      seen.set(code, index);
      if (unknownCoordinator !== null) {
        notices.push({
          path: `${at}.coordinator`,
          message: `"${unknownCoordinator}" is no coordinating body in the register; its name was kept, and ${IMPORTER} originates the entry as ${code}.`,
        });
      }
      notices.push(...within(at, read.notices), ...within(`${at}.`, surprisingCodes(operation)));
      // Together, so that the journal commits them in groups.
      imports.push(this.#import({ operation, unrecognised, originator, code, id: operationIdOf(this.#runtime.ids, originator, code) }, at));
    }
    for (const imported of await Promise.all(imports)) {
      counts[imported.outcome] += 1;
      refusals.push(...imported.refusals);
      notices.push(...imported.notices);
    }
    await this.#runtime.refreshDirectory();
    return { ...counts, refusals, notices };
  }

  async #import(entry: AcceptedEntry, at: string): Promise<ImportedEntry> {
    let outcome: Outcome = 'unchanged';
    let notices: readonly Remark[] = [];
    let refusals: readonly Remark[] = [];
    try {
      const viewer = serviceViewer('published-import', entry.originator);
      await this.#writer.write(viewer, { id: entry.id }, async (view) => {
        const before = (await view.current('operations', entry.id)) as OperationRecord | null;
        const refusal = refusalToReplace(entry, before);
        refusals = refusal === null ? [] : within(at, [refusal]);
        if (refusal !== null) return { unchanged: true };
        const draft = await this.#draft(entry, before, view);
        notices = within(at, draft.notices);
        outcome = before === null ? 'added' : draft.changes.length === 0 ? 'unchanged' : 'changed';
        return draft.changes.length === 0
          ? { unchanged: true }
          : ({ action: 'IMPORT_PUBLISHED', subject: entry.id, changes: draft.changes } satisfies Draft);
      });
    } catch (fault) {
      // Each field is fit for the journal by now; all of them together may still be more than one entry takes.
      if (!(fault instanceof InvalidDraftError)) throw fault;
      return { outcome: 'refused', refusals: [{ path: at, message: `cannot be kept in the journal: its ${fault.message}` }], notices: [] };
    }
    return refusals.length === 0 ? { outcome, refusals, notices } : { outcome: 'refused', refusals, notices: [] };
  }

  async #draft(
    { originator, id, code, operation, unrecognised }: AcceptedEntry,
    before: OperationRecord | null,
    view: JournalView,
  ): Promise<{ changes: DraftChange[]; notices: readonly Remark[] }> {
    const { ids, handling } = this.#runtime;
    const label = handling.use(clearLabel(originator, id), null);
    const recordedAt = view.at.toISOString();
    const source = { ...toSource(operation.source), states: [] };
    const place = { ids, originator, operation: id, code, source, handling: label.key, recordedAt };
    const figures = draftFigures(place, operation.figures, await this.#held(before, view));
    const shown = {
      code,
      originator,
      name: operation.name,
      exercise: false,
      coordinatorsAsPublished: coordinatorsOf(operation),
      ...periodFacts(operation.period ? { start: operation.period.start ?? null, end: operation.period.end ?? null } : null),
      crimeTypes: operation.crimeTypes,
      countryCount: { value: operation.participatingCountries?.count ?? null, qualifier: operation.participatingCountries?.qualifier ?? null },
      mentions: [...new Set(operation.participatingCountries?.codes ?? [])],
      conflicts: operation.conflicts.map(({ measure, country, values, note }) => ({ measure, country: country ?? null, values, note: note ?? null })),
      sources: [source, ...operation.furtherSources.map((further) => ({ ...toSource(further), states: further.states }))],
      confidence: operation.confidence ?? null,
    };
    const hidden = { unrecognised, publishedFigures: figures.keys };
    const sameShown = before !== null && canonicalJson(shown) === canonicalJson(pick(before, shown));
    const sameHidden = before !== null && canonicalJson(hidden) === canonicalJson(pick(before, hidden));
    if (sameShown && sameHidden && figures.changes.length === 0) return { changes: [], notices: figures.notices };
    const after = {
      ...shown,
      ...hidden,
      // Phases are the coordinating body's to state; a file has none.
      phases: before?.phases ?? [],
      // How a held operation is handled is the releaser's decision, which no file undoes.
      handling: before?.handling ?? label.key,
      inputToken: null,
      version: (before?.version ?? 0) + (sameShown ? 0 : 1),
      innerVersion: (before?.innerVersion ?? 0) + (sameHidden ? 0 : 1),
      recordedAt: sameShown ? before.recordedAt : recordedAt,
    };
    const changedOperation = sameShown && sameHidden ? [] : [{ collection: 'operations', id, after: toDocument(after) }];
    return { changes: [...label.changes, ...changedOperation, ...figures.changes], notices: figures.notices };
  }

  async #held(before: OperationRecord | null, view: JournalView): Promise<FigureRecord[]> {
    const found = await Promise.all(
      (before?.publishedFigures ?? []).map(async (figureId) => {
        const figure = await view.current('figures', figureId);
        return figure === null ? null : ({ ...figure, _id: figureId } as unknown as FigureRecord);
      }),
    );
    return found.filter((figure) => figure !== null);
  }
}

function clearLabel(originator: string, operation: string): Label {
  return { originator, tlp: 'CLEAR', codes: [], restriction: null, operation, recipients: [], releaseGroup: null };
}

/** Why an entry may not take the place of the operation held under its code, or null. */
function refusalToReplace({ code, operation }: AcceptedEntry, before: OperationRecord | null): Remark | null {
  if (before === null) return null;
  if (before.inputToken !== null) return { path: '.id', message: `makes the code ${code}, under which an operation was registered; a publication does not replace it.` };
  if (sameCoordinator(coordinatorsOf(operation), before.coordinatorsAsPublished)) return null;
  const [held = 'nobody'] = before.coordinatorsAsPublished;
  return { path: '.coordinator', message: `differs from that of ${code} as it is held (${held}); another coordinator's operation needs another id.` };
}

function toSource({ title, publisher, date, url }: PublishedOperation['source']): { title: string; publisher: string; date: string | null; url: string | null } {
  return { title, publisher, date: date ?? null, url: url ?? null };
}

/** The fields of a record that another object has too. */
function pick(record: OperationRecord, fields: object): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => Object.hasOwn(fields, field)));
}

function within(at: string, remarks: readonly Remark[]): Remark[] {
  return remarks.map(({ path, message }) => ({ path: `${at}${path}`, message }));
}
