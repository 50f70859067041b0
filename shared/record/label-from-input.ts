import type { HandlingInput, NamedRecipientInput, ReleaseRecipientInput } from '../graphql/handling.input.js';
import type { OrganisationEntry } from '../directory/directory-feed.js';
import { HANDLING_CODES, labelFaults, normaliseLabel, type Label, type NamedRecipient, type OperationId, type OrganisationId, type Recipient } from '../handling/label.js';
import { amberAudience, mayName } from '../handling/may-read.js';
import { findCountry } from '../reference/countries.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { InputIssues } from './input-issues.js';
import { quoted } from './quoted.js';

type LabelRuntime = Pick<SubgraphRuntime, 'directory' | 'visible'>;

/** How long a person's "issuer|sub" may be. */
const LONGEST_SUBJECT = 255;

/**
 * Reads what an officer says about handling; what is wrong is added to the issues under `path`. A record that came
 * from a merged organisation keeps it as the originator.
 */
export function labelFromInput(
  runtime: LabelRuntime,
  viewer: Viewer,
  operation: OperationId | null,
  input: HandlingInput,
  path: string,
  issues: InputIssues,
  originator: OrganisationId = viewer.organisation,
): Label {
  const named = issues
    .atMost(`${path}.recipients`, input.recipients)
    .flatMap((recipient, index) => namedRecipient(runtime, viewer, recipient, `${path}.recipients[${String(index)}]`, issues));
  const codes = issues.atMost(`${path}.codes`, input.codes, HANDLING_CODES.length);
  const label = normaliseLabel({
    originator,
    tlp: input.tlp,
    codes,
    restriction: input.restriction ?? null,
    operation,
    recipients: [...named, ...(codes.includes('H2') && input.tlp === 'AMBER' ? audienceOfToday(runtime, originator, operation) : [])],
    releaseGroup: null,
  });
  for (const fault of labelFaults(label)) issues.add(path, fault);
  return label;
}

/** Reads to whom something is released; undefined, with an issue, when that cannot be told. */
export function releaseRecipient(
  runtime: LabelRuntime,
  viewer: Viewer,
  input: ReleaseRecipientInput,
  path: string,
  issues: InputIssues,
): Recipient | undefined {
  const given = [input.organisation, input.ncbOf, input.operation].filter((value) => value !== null && value !== undefined);
  if (given.length !== 1) {
    issues.add(path, 'Name exactly one of `organisation`, `ncbOf` and `operation`.');
    return undefined;
  }
  if (input.organisation) {
    const entry = nameableOrganisation(runtime, viewer, input.organisation, `${path}.organisation`, issues);
    return entry === undefined ? undefined : { kind: 'ORGANISATION', organisation: entry.id };
  }
  if (input.ncbOf) {
    issues.country(`${path}.ncbOf`, input.ncbOf);
    return findCountry(input.ncbOf) === undefined ? undefined : { kind: 'NCB', country: input.ncbOf };
  }
  const code = input.operation ?? '';
  const operation = readableOperation(runtime, viewer, code);
  if (operation === undefined) issues.add(`${path}.operation`, `There is no operation ${quoted(code)} that you may name.`);
  return operation === undefined ? undefined : { kind: 'OPERATION', operation };
}

/** The organisation with this code; one that the viewer may not name is as good as none. */
export function nameableOrganisation(
  runtime: LabelRuntime,
  viewer: Viewer,
  code: string,
  path: string,
  issues: InputIssues,
): OrganisationEntry | undefined {
  const entry = runtime.directory().organisation(code);
  if (entry !== undefined && mayNameLabel(runtime, viewer, entry.label)) return entry;
  issues.add(path, `There is no organisation ${quoted(code)} that you may name.`);
  return undefined;
}

/** The key of an operation by its code (`interpol/first-light-2024`), where the viewer may name it. */
export function readableOperation(runtime: LabelRuntime, viewer: Viewer, code: string): OperationId | undefined {
  for (const operation of runtime.directory().operations()) {
    if (operation.code === code && mayNameLabel(runtime, viewer, operation.label)) return operation.id;
  }
  return undefined;
}

function namedRecipient(
  runtime: LabelRuntime,
  viewer: Viewer,
  { organisation, subject }: NamedRecipientInput,
  path: string,
  issues: InputIssues,
): NamedRecipient[] {
  // An empty subject is a fault: read as left out it would name the whole organisation.
  const person = subject ?? null;
  if (person !== null) issues.text(`${path}.subject`, person, LONGEST_SUBJECT);
  const entry = nameableOrganisation(runtime, viewer, organisation, `${path}.organisation`, issues);
  if (entry === undefined) return [];
  return [person !== null ? { kind: 'SUBJECT', organisation: entry.id, subject: person } : { kind: 'ORGANISATION', organisation: entry.id }];
}

/** H2: those whom AMBER of this originator reaches today, and the coordinating body, become the named recipients. */
function audienceOfToday(runtime: LabelRuntime, originator: OrganisationId, operation: OperationId | null): NamedRecipient[] {
  const entry = operation === null ? undefined : runtime.directory().operation(operation);
  if (entry === undefined) return [];
  const takingPart = amberAudience(entry.participations.map(({ organisation }) => organisation), { originator, operation }, runtime.visible.facts());
  return [entry.coordinatingBody, ...takingPart].map((organisation) => ({ kind: 'ORGANISATION', organisation }));
}

function mayNameLabel(runtime: LabelRuntime, viewer: Viewer, label: Label): boolean {
  return mayName(viewer, { label, reviewMonth: null, erased: false }, runtime.visible.facts());
}
