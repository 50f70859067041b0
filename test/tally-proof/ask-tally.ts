import { ask, officer, OFFICER_ROLES } from '../../shared/testing/ask.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import type { Kind, PlainAnswer, PlainNumber, PlainQuestion, PlainViewer } from './plain-actions.js';
import { NONE } from './plain-tally.js';

interface ShownKey {
  readonly value: string | null;
}
interface ShownNumber {
  readonly count: number | null;
  readonly sums?: readonly { readonly minorUnits: string; readonly currency: { readonly code: string } | null; readonly network: { readonly code: string } | null }[];
}
interface ShownTally extends ShownNumber {
  readonly countedOnce: number | null;
  readonly sumsCountedOnce?: ShownNumber['sums'];
  readonly status: string;
  readonly rows: readonly (ShownNumber & { readonly key: ShownKey })[];
  readonly table: readonly (ShownNumber & { readonly row: ShownKey; readonly column: ShownKey })[];
}

/** Asks the exchange through GraphQL, and gives what it answers in the words of the proof. */
export async function askTally(exchange: TestExchange, question: PlainQuestion): Promise<PlainAnswer> {
  const { kind, operations, filter, asOf, rows, columns } = question;
  const variables = { operations, filter, asOf: asOf === null ? null : new Date(asOf).toISOString(), rows, columns };
  const { data, errors } = await ask(exchange, viewerOf(question.viewer), textOf(kind), variables);
  if (errors !== undefined) throw new Error(`${kind}: ${JSON.stringify(errors)}`);
  const { tally } = data as { readonly tally: ShownTally };
  if ((tally.status === 'COUNTED') !== (tally.count !== null)) throw new Error('What was counted has a count, and nothing has none.');
  return {
    whole: numberOf(tally),
    once: numberOf({ count: tally.countedOnce, ...(tally.sumsCountedOnce && { sums: tally.sumsCountedOnce }) }),
    rows: Object.fromEntries(tally.rows.map((row) => [nameOf(row.key), numberOf(row)])),
    cells: Object.fromEntries(tally.table.map((cell) => [`${nameOf(cell.row)} × ${nameOf(cell.column)}`, numberOf(cell)])),
  };
}

/** One text for each kind: what differs between questions stands in variables, so that it is planned once. */
function textOf(kind: Kind): string {
  const number = kind === 'Asset' ? 'count sums { minorUnits currency { code } network { code } }' : 'count';
  return `query ($operations: [String!], $filter: ${kind}Filter, $asOf: DateTimeISO, $rows: TallyDimension!, $columns: TallyDimension!) {
    tally: ${kind.toLowerCase()}Tally(operations: $operations, filter: $filter, asOf: $asOf) {
      status ${number} countedOnce ${kind === 'Asset' ? 'sumsCountedOnce { minorUnits currency { code } network { code } }' : ''}
      rows(by: $rows) { key { value } ${number} }
      table(rows: $rows, columns: $columns) { row { value } column { value } ${number} }
    } }`;
}

function viewerOf({ organisation, dashboard, maxTlp, purpose }: PlainViewer): ReturnType<typeof officer> {
  const subject = `https://issuer.test|${organisation}${dashboard ? '-dashboard' : '-asker'}`;
  return officer(organisation, { subject, roles: dashboard ? ['dashboard', 'reader'] : OFFICER_ROLES, maxTlp, purpose, caseReference: purpose === null ? null : 'CASE-1' });
}

function numberOf({ count, sums = [] }: ShownNumber): PlainNumber {
  return { count: count ?? 0, sums: Object.fromEntries(sums.map(({ minorUnits, currency, network }) => [currency?.code ?? network?.code ?? '', minorUnits])) };
}

function nameOf({ value }: ShownKey): string {
  return value ?? NONE;
}
