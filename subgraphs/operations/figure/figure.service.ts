import { parsePartialDate } from '../../../shared/calendar/partial-date.js';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../../shared/graphql/outcomes.type.js';
import type { JournalDocument } from '../../../shared/journal/json.js';
import { InputIssues } from '../../../shared/record/input-issues.js';
import { JournalWriter, toDocument } from '../../../shared/record/journal-writer.js';
import { labelFromInput, readableOperation } from '../../../shared/record/label-from-input.js';
import type { RecordOutcome, Refused } from '../../../shared/record/record-outcome.js';
import type { RecordVersionInput } from '../../../shared/record/verbs.inputs.js';
import { findCurrency } from '../../../shared/reference/currencies.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { refusalToEnter } from '../operation/operation.policy.js';
import { saidToken } from '../said-token.js';
import type { CorrectFigureInput, ReportFigureInput, SourceInput } from './figure.inputs.js';
import type { FigureRecord } from './figure.model.js';
import { figureVersion } from './figure.view.js';

/** Figures reported one by one stand behind those of a publication. */
const AFTER_PUBLISHED = 1_000_000;
const LONGEST_NOTE = 2_000;

export class FigureService {
  readonly #runtime: SubgraphRuntime;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new JournalWriter(runtime);
  }

  async report(viewer: Viewer, input: ReportFigureInput): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    const mayNot = refusalToAct(viewer, 'registrar');
    if (mayNot !== null) return { refused: Forbidden.because(mayNot) };
    const id = runtime.ids.of(viewer.organisation, 'figures', input.reference);
    const inputToken = saidToken(runtime.ids, viewer.organisation, input);
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const existing = await current('figures', id);
      // A repeat is harmless even where the operation has moved out of reach since.
      if (existing !== null) return repeatOf(existing, inputToken);
      const operation = readableOperation(runtime, viewer, input.operation);
      if (operation === undefined) return { refused: NotFound.answer() };
      const because = refusalToEnter(viewer, operation, runtime.directory(), runtime.clock.now().getTime());
      if (because !== null) return { refused: Forbidden.because(because) };
      const issues = new InputIssues();
      const label = labelFromInput(runtime, viewer, operation, input.handling, 'handling', issues);
      checkFigure(input, issues);
      if (issues.list.length > 0) return { refused: InvalidInput.of(issues.list) };

      const used = runtime.handling.use(label, null);
      const after = toDocument({
        operation,
        originator: viewer.organisation,
        handling: used.key,
        ...contentOf(input),
        inputToken,
        version: 1,
        recordedAt: at.toISOString(),
      });
      return { action: 'REPORT_FIGURE', subject: id, changes: [...used.changes, { collection: 'figures', id, after }] };
    });
  }

  correct(viewer: Viewer, { id, version, value, qualifier, note }: CorrectFigureInput): Promise<RecordOutcome> {
    const issues = new InputIssues();
    issues.code('qualifier', 'qualifier', qualifier);
    if (value?.startsWith('-')) issues.add('value', 'A figure is not negative.');
    if (note) issues.text('note', note, LONGEST_NOTE);
    if (issues.list.length > 0) return Promise.resolve({ refused: InvalidInput.of(issues.list) });
    return this.#change(viewer, id, version, 'CORRECT_FIGURE', (record, at) => ({
      ...record,
      value: value ?? null,
      qualifier,
      note: note ?? null,
      history: [...record.history, { value: record.value, qualifier: record.qualifier, note: record.note, recordedAt: record.recordedAt }],
      version: record.version + 1,
      recordedAt: at.toISOString(),
    }));
  }

  /** It was wrong: nobody reads it any more; the journal keeps it. */
  retract(viewer: Viewer, { id, version }: RecordVersionInput): Promise<RecordOutcome> {
    return this.#change(viewer, id, version, 'RETRACT_FIGURE', (record, at) => ({
      ...record,
      handling: null,
      version: record.version + 1,
      recordedAt: at.toISOString(),
    }));
  }

  #change(
    viewer: Viewer,
    id: string,
    version: string,
    action: string,
    change: (record: FigureRecord, at: Date) => FigureRecord,
  ): Promise<RecordOutcome> {
    const runtime = this.#runtime;
    const because = refusalToAct(viewer, 'registrar');
    if (because !== null) return Promise.resolve({ refused: Forbidden.because(because) });
    return this.#writer.write(viewer, { id }, async ({ current, at }) => {
      const stored = await current('figures', id);
      const record = stored === null ? null : ({ ...stored, _id: id } as unknown as FigureRecord);
      const readable = record?.handling != null && runtime.visible.of(viewer).has(record.handling);
      if (record?.originator !== viewer.organisation || !readable) return { refused: NotFound.answer() };
      const now = figureVersion(runtime, record);
      if (version !== now) return { refused: Conflict.because('The figure has changed since you read it. Read it again and decide anew.', now) };
      const { _id: _, ...after } = change(record, at);
      return { action, subject: id, changes: [{ collection: 'figures', id, after: toDocument(after) }] };
    });
  }
}

function repeatOf({ handling, inputToken }: JournalDocument, token: string): { unchanged: true } | Refused {
  if (handling === null) return { refused: Conflict.because('The figure under this reference was retracted. Choose another reference.') };
  return inputToken === token
    ? { unchanged: true }
    : { refused: Conflict.because('Your organisation has already reported something else under this reference. Correct that figure.') };
}

function contentOf({ source, ...input }: ReportFigureInput): object {
  return {
    reference: input.reference,
    measure: input.measure,
    value: input.value ?? null,
    qualifier: input.qualifier,
    currency: input.currency ?? null,
    meaning: input.meaning ?? null,
    assetClass: input.assetClass ?? null,
    countries: input.countries,
    note: input.note ?? null,
    source: source ? { title: source.title, publisher: source.publisher, date: source.date ?? null, url: source.url ?? null, states: [] } : null,
    published: null,
    position: AFTER_PUBLISHED,
    history: [],
  };
}

function checkFigure(input: ReportFigureInput, issues: InputIssues): void {
  issues.text('reference', input.reference);
  issues.code('measure', 'measure', input.measure);
  issues.code('qualifier', 'qualifier', input.qualifier);
  issues.countries('countries', input.countries);
  if (input.value?.startsWith('-')) issues.add('value', 'A figure is not negative.');
  if (input.measure === 'AMOUNT' && !input.currency) issues.add('currency', 'An amount of money needs its currency.');
  if (input.measure === 'AMOUNT' && !input.meaning) issues.add('meaning', 'An amount of money needs its meaning: seized is not recovered.');
  if (input.currency && findCurrency(input.currency) === undefined) issues.add('currency', `"${input.currency}" is no ISO 4217 code.`);
  if (input.meaning) issues.code('meaning', 'meaning', input.meaning);
  if (input.assetClass) issues.code('assetClass', 'assetClass', input.assetClass);
  if (input.note) issues.text('note', input.note, LONGEST_NOTE);
  if (input.source) checkSource(input.source, issues);
}

function checkSource({ title, publisher, date, url }: SourceInput, issues: InputIssues): void {
  issues.text('source.title', title, 500);
  issues.text('source.publisher', publisher);
  if (date && parsePartialDate(date) === undefined) issues.add('source.date', 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.');
  if (url) issues.text('source.url', url, LONGEST_NOTE);
  if (url && !/^https?:\/\/\S+$/.test(url)) issues.add('source.url', 'An address begins with http:// or https://.');
}
