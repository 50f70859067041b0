import type { Label } from '../../../shared/handling/label.js';
import type { JournalView } from '../../../shared/journal/batch.js';
import type { Draft, DraftChange } from '../../../shared/journal/draft.js';
import { canonicalJson, InvalidDraftError } from '../../../shared/journal/json.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { serviceViewer } from '../../../shared/viewer/service-viewers.js';
import type { FigureRecord } from '../figure/figure.model.js';
import type { OperationRecord } from '../operation/operation.model.js';
import { periodFacts } from '../operation/period.js';
import { matchFigures, sameStatement, statementOf, subjectOf } from './match-figures.js';
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

/** Who imports when the first coordinator of an entry is not in the register. */
const IMPORTER = 'interpol';

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
      const originator = this.#originator(operation, at, notices);
      const code = `${originator}/${slug(operation.id)}`;
      const earlier = seen.get(code);
      if (earlier !== undefined) {
        counts.refused += 1;
        refusals.push({ path: `${at}.id`, message: `"${operation.id}" stands in this file already, at [${String(earlier)}].` });
        continue;
      }
      seen.set(code, index);
      notices.push(...within(at, read.notices), ...within(`${at}.`, surprisingCodes(operation)));
      // Together, so that the journal commits them in groups.
      imports.push(this.#import({ operation, unrecognised, originator, code, id: this.#runtime.ids.of(originator, 'operations', code) }, at));
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
    let left: readonly FigureRecord[] = [];
    const viewer = serviceViewer('published-import', entry.originator);
    try {
      await this.#writer.write(viewer, { id: entry.id }, async (view) => {
        const before = (await view.current('operations', entry.id)) as unknown as OperationRecord | null;
        const draft = await this.#draft(entry, before, view);
        left = draft.left;
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
    const notices = left.map(({ measure, value }) => ({
      path: `${at}.figures`,
      message: `A figure held before (${measure} ${value ?? 'not published'}) is not in this file; it was kept. Retract it if it was wrong.`,
    }));
    return { outcome, refusals: [], notices };
  }

  async #draft(
    { originator, id, code, operation, unrecognised }: AcceptedEntry,
    before: OperationRecord | null,
    view: JournalView,
  ): Promise<{ changes: DraftChange[]; left: readonly FigureRecord[] }> {
    const label = this.#runtime.handling.use(clearLabel(originator, id), null);
    const held = await this.#held(before, view);
    const { matches, left } = matchFigures(operation.figures, held);
    const recordedAt = view.at.toISOString();
    const source = { ...toSource(operation.source), states: [] };
    const figures = matches.map(({ published, index, held: figure }) => {
      const reference = `${code}#${String(index)}`;
      const fresh = figure === undefined;
      const figureId = fresh ? this.#freshFigureId(originator, reference, held) : figure._id;
      const corrected = !fresh && !sameStatement(statementOf(published), figure);
      const unmoved = !fresh && !corrected && figure.position === index && canonicalJson(figure.source) === canonicalJson(source);
      const after = {
        operation: id,
        originator,
        reference: fresh ? reference : figure.reference,
        handling: label.key,
        ...subjectOf(published),
        ...statementOf(published),
        source,
        position: index,
        history: fresh ? [] : corrected ? [...figure.history, revisionOf(figure)] : figure.history,
        version: fresh ? 1 : figure.version + 1,
        recordedAt: fresh || corrected ? recordedAt : figure.recordedAt,
      };
      return { id: figureId, change: unmoved ? null : { collection: 'figures', id: figureId, after: toDocument(after) } };
    });
    const content = {
      code,
      originator,
      handling: label.key,
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
      unrecognised,
      publishedFigures: [...figures.map((figure) => figure.id), ...left.map(({ _id }) => _id)],
    };
    const sameContent = before !== null && canonicalJson(contentOf(before)) === canonicalJson(content);
    const changedFigures = figures.flatMap(({ change }) => (change === null ? [] : [change]));
    if (sameContent && changedFigures.length === 0) return { changes: [], left };
    const after = toDocument({ ...content, version: (before?.version ?? 0) + 1, recordedAt });
    return { changes: [...label.changes, { collection: 'operations', id, after }, ...changedFigures], left };
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

  /** A place in the file names a figure when it is new; a later version of the file may use the place again. */
  #freshFigureId(originator: string, reference: string, held: readonly FigureRecord[]): string {
    const taken = new Set(held.map(({ _id }) => _id));
    for (let turn = 0; ; turn += 1) {
      const id = this.#runtime.ids.of(originator, 'figures', turn === 0 ? reference : `${reference}/${String(turn)}`);
      if (!taken.has(id)) return id;
    }
  }

  #originator(operation: PublishedOperation, at: string, notices: Remark[]): string {
    const [first = ''] = coordinatorsOf(operation);
    const code = slug(first);
    const entry = this.#runtime.directory().organisation(code);
    if (entry?.class === 'COORDINATING_BODY') return code;
    notices.push({ path: `${at}.coordinator`, message: `"${first}" is no coordinating body in the register; its name was kept, and ${IMPORTER} originates the entry.` });
    return IMPORTER;
  }
}

function clearLabel(originator: string, operation: string): Label {
  return { originator, tlp: 'CLEAR', codes: [], restriction: null, operation, recipients: [], releaseGroup: null };
}

function coordinatorsOf({ coordinator }: PublishedOperation): string[] {
  return coordinator.split('+').map((name) => name.trim()).filter((name) => name !== '');
}

function toSource({ title, publisher, date, url }: PublishedOperation['source']): { title: string; publisher: string; date: string | null; url: string | null } {
  return { title, publisher, date: date ?? null, url: url ?? null };
}

function revisionOf({ value, qualifier, note, recordedAt }: FigureRecord): FigureRecord['history'][number] {
  return { value, qualifier, note, recordedAt };
}

function contentOf(record: OperationRecord): object {
  const { version: _version, recordedAt: _recordedAt, ...content } = record;
  return content;
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

function within(at: string, remarks: readonly Remark[]): Remark[] {
  return remarks.map(({ path, message }) => ({ path: `${at}${path}`, message }));
}
