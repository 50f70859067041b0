import type { HandlingInput, NamedRecipientInput, ReleaseRecipientInput } from '../graphql/handling.input.js';
import type { OrganisationEntry } from '../directory/directory-feed.js';
import { labelFaults, normaliseLabel, type Label, type NamedRecipient, type OperationId, type Recipient } from '../handling/label.js';
import { mayRead } from '../handling/may-read.js';
import { findCountry } from '../reference/countries.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { InputIssues } from './input-issues.js';

type LabelRuntime = Pick<SubgraphRuntime, 'directory' | 'visible' | 'clock'>;

/** Reads what an officer says about handling; what is wrong is added to the issues under `path`. */
export function labelFromInput(
  runtime: LabelRuntime,
  viewer: Viewer,
  operation: OperationId | null,
  input: HandlingInput,
  path: string,
  issues: InputIssues,
): Label {
  const named = input.recipients.flatMap((recipient, index) =>
    namedRecipient(runtime, viewer, recipient, `${path}.recipients[${String(index)}].organisation`, issues),
  );
  const label = normaliseLabel({
    originator: viewer.organisation,
    tlp: input.tlp,
    codes: input.codes,
    restriction: input.restriction ?? null,
    operation,
    recipients: [...named, ...(input.codes.includes('H2') ? audienceOfToday(runtime, input, operation) : [])],
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
  if (operation === undefined) issues.add(`${path}.operation`, `There is no operation "${code}" that you may name.`);
  return operation === undefined ? undefined : { kind: 'OPERATION', operation };
}

/** The organisation with this code; one that the viewer may not read is as good as none. */
export function nameableOrganisation(
  runtime: LabelRuntime,
  viewer: Viewer,
  code: string,
  path: string,
  issues: InputIssues,
): OrganisationEntry | undefined {
  const entry = runtime.directory().organisation(code);
  if (entry !== undefined && mayReadLabel(runtime, viewer, entry.label)) return entry;
  issues.add(path, `There is no organisation "${code}" that you may name.`);
  return undefined;
}

/** The key of an operation by its code (`interpol/first-light-2024`), where the viewer may read it. */
export function readableOperation(runtime: LabelRuntime, viewer: Viewer, code: string): OperationId | undefined {
  for (const operation of runtime.directory().operations()) {
    if (operation.code === code && mayReadLabel(runtime, viewer, operation.label)) return operation.id;
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
  const entry = nameableOrganisation(runtime, viewer, organisation, path, issues);
  if (entry === undefined) return [];
  return [subject ? { kind: 'SUBJECT', organisation: entry.id, subject } : { kind: 'ORGANISATION', organisation: entry.id }];
}

/** H2: those who may read AMBER information of the operation today become the named recipients. */
function audienceOfToday(runtime: LabelRuntime, input: HandlingInput, operation: OperationId | null): NamedRecipient[] {
  const entry = operation === null ? undefined : runtime.directory().operation(operation);
  if (input.tlp !== 'AMBER' || entry === undefined) return [];
  const now = runtime.clock.now().getTime();
  const takingPart = entry.participations.filter(
    ({ role, joinedAt, endedAt }) => role !== 'OBSERVER' && joinedAt <= now && (endedAt === null || now < endedAt),
  );
  return [entry.coordinatingBody, ...takingPart.map(({ organisation }) => organisation)].map((organisation) => ({
    kind: 'ORGANISATION',
    organisation,
  }));
}

function mayReadLabel(runtime: LabelRuntime, viewer: Viewer, label: Label): boolean {
  return mayRead(viewer, { label, reviewMonth: null, erased: false }, runtime.visible.facts());
}
