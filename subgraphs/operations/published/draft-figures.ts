import type { RecordIds } from '../../../shared/identifiers/record-ids.js';
import type { DraftChange } from '../../../shared/journal/draft.js';
import { canonicalJson } from '../../../shared/canonical-json/canonical-json.js';
import { toDocument } from '../../../shared/record/journal-writer.js';
import type { FigureRecord } from '../figure/figure.model.js';
import type { SourceRecord } from '../operation/operation.model.js';
import { matchFigures, sameStatement, statementOf, subjectOf, type FigureMatch } from './match-figures.js';
import type { PublishedFigure } from './published-file.js';
import type { Remark } from './remark.js';

/** Where the figures of one entry of a file stand. */
export interface FiguresPlace {
  readonly ids: RecordIds;
  readonly originator: string;
  readonly operation: string;
  readonly code: string;
  readonly source: SourceRecord;
  /** The label of new figures; those held already keep theirs. */
  readonly handling: string;
  readonly recordedAt: string;
}

export interface FiguresDraft {
  readonly changes: readonly DraftChange[];
  /** Keys of all figures of the publication, those that it no longer has at the end. */
  readonly keys: readonly string[];
  /** What was kept against the file, with the path inside the entry. */
  readonly notices: readonly Remark[];
}

/** The figures of a publication as they are to stand. What people made of them since the last import is theirs and stays. */
export function draftFigures(place: FiguresPlace, figures: readonly PublishedFigure[], held: readonly FigureRecord[]): FiguresDraft {
  const { matches, left } = matchFigures(figures, held);
  const drafts = matches.map((match) => draftFigure(place, match, held));
  return {
    changes: drafts.flatMap(({ change }) => change ?? []),
    keys: [...drafts.map(({ key }) => key), ...left.map(({ _id }) => _id)],
    notices: [...drafts.flatMap(({ notice }) => notice ?? []), ...left.filter(({ handling }) => handling !== null).map(noLongerPublished)],
  };
}

interface FigureDraft {
  readonly key: string;
  readonly change?: DraftChange;
  readonly notice?: Remark;
}

function draftFigure(place: FiguresPlace, { published, index, held: figure }: FigureMatch, held: readonly FigureRecord[]): FigureDraft {
  const statement = statementOf(published);
  const { source, recordedAt } = place;
  if (figure === undefined) {
    const reference = `${place.code}#${String(index)}`;
    const key = freshKey(place, reference, held);
    const after = {
      operation: place.operation,
      originator: place.originator,
      reference,
      handling: place.handling,
      ...subjectOf(published),
      ...statement,
      source,
      published: statement,
      inputToken: null,
      position: index,
      history: [],
      version: 1,
      recordedAt,
    };
    return { key, change: changeOf(key, after) };
  }
  const key = figure._id;
  const kept = keptByPerson(figure, statement);
  if (kept !== null) return { key, notice: { path: `.figures[${String(index)}]`, message: kept } };
  if (figure.handling === null || isCorrected(figure)) return { key };

  const corrected = !sameStatement(statement, figure);
  const shown = corrected || canonicalJson(figure.source) !== canonicalJson(source);
  if (!shown && figure.position === index) return { key };
  const { _id: _, ...before } = figure;
  const { value, qualifier, note } = figure;
  const after = {
    ...before,
    ...statement,
    source,
    published: statement,
    position: index,
    history: corrected ? [...figure.history, { value, qualifier, note, recordedAt: figure.recordedAt }] : figure.history,
    // Its place in the file is no part of what it says.
    version: shown ? figure.version + 1 : figure.version,
    recordedAt: corrected ? recordedAt : figure.recordedAt,
  };
  return { key, change: changeOf(key, after) };
}

/** Why the figure stays as a person left it although the file says something else; null where nothing is kept against it. */
function keptByPerson(figure: FigureRecord, statement: ReturnType<typeof statementOf>): string | null {
  const day = figure.recordedAt.slice(0, 10);
  if (figure.handling === null) return `kept retracted: taken back by a person on ${day}.`;
  return isCorrected(figure) && !sameStatement(statement, figure) ? `kept: corrected by a person on ${day}.` : null;
}

function isCorrected(figure: FigureRecord): boolean {
  return figure.published !== null && !sameStatement(figure.published, figure);
}

function noLongerPublished({ measure, value }: FigureRecord): Remark {
  return {
    path: '.figures',
    message: `A figure held before (${measure} ${value ?? 'not published'}) is not in this file; it was kept. Retract it if it was wrong.`,
  };
}

function changeOf(id: string, after: object): DraftChange {
  return { collection: 'figures', id, after: toDocument(after) };
}

/**
 * A place in the file names a figure when it is new; a later version of the file may use the place again. Figures that
 * people report have keys of another kind, so that no reference of theirs meets one of these.
 */
function freshKey({ ids, originator }: FiguresPlace, reference: string, held: readonly FigureRecord[]): string {
  const taken = new Set(held.map(({ _id }) => _id));
  for (let turn = 0; ; turn += 1) {
    const key = ids.of(originator, 'published-figures', turn === 0 ? reference : `${reference}/${String(turn)}`);
    if (!taken.has(key)) return key;
  }
}
