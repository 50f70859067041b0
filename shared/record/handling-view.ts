import { OwnRelease, Handling, Withheld } from '../graphql/handling.type.js';
import { Release } from '../graphql/release.type.js';
import { grantFor, mayCount, speaksFor } from '../handling/may-read.js';
import type { Label, OrganisationId, Recipient } from '../handling/label.js';
import { codedTerm } from '../reference/code-lists.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { HandledRecord, WithheldPart } from './handled-record.js';
import { groupsOf } from './release.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory'>;

/** What a reader sees of a label: level, codes, restriction and their own release; never who else may read it. */
export function toHandling(runtime: ViewRuntime, viewer: Viewer, key: string): Handling {
  const handled = runtime.visible.find(key);
  if (handled === undefined) throw new Error('A shown part has a label that the subgraph does not know.');
  return handlingOf(runtime, viewer, handled.label);
}

export function handlingOf(runtime: ViewRuntime, viewer: Viewer, label: Label): Handling {
  const facts = runtime.visible.facts();
  const grant = grantFor(viewer, label, facts);
  return Object.assign(new Handling(), {
    tlp: label.tlp,
    codes: [...label.codes],
    restriction: label.restriction,
    release:
      grant === undefined || speaksFor(viewer, label.originator, facts)
        ? null
        : Object.assign(new OwnRelease(), { purpose: codedTerm('purpose', grant.purpose), until: new Date(grant.until) }),
  });
}

export function toWithheld(runtime: ViewRuntime, viewer: Viewer, parts: readonly WithheldPart[]): Withheld[] {
  return parts.map(({ field, reason, originator }) =>
    Object.assign(new Withheld(), { field, reason, contact: shownName(runtime, viewer, originator) ?? 'The originator' }),
  );
}

/** The releases of a record, for its originator; null for everybody else. */
export function toReleases(
  runtime: ViewRuntime,
  viewer: Viewer,
  record: Pick<HandledRecord<unknown>, 'originator' | 'handling' | 'identityHandling'>,
): Release[] | null {
  if (!speaksFor(viewer, record.originator, runtime.visible.facts())) return null;
  const groups = [...groupsOf(runtime, record.handling), ...groupsOf(runtime, record.identityHandling)];
  const grants = new Map(groups.flatMap((group) => group.grants.map((grant) => [grant.id, grant])));
  return [...grants.values()].map(({ id, to, purpose, until, recalled }) =>
    Object.assign(new Release(), {
      id,
      to: inWords(runtime, viewer, to),
      purpose: codedTerm('purpose', purpose),
      until: new Date(until),
      recalled,
    }),
  );
}

function inWords(runtime: ViewRuntime, viewer: Viewer, recipient: Recipient): string {
  switch (recipient.kind) {
    case 'ORGANISATION':
      return shownName(runtime, viewer, recipient.organisation) ?? 'An organisation';
    case 'SUBJECT':
      return recipient.subject;
    case 'NCB':
      return `National Central Bureau of ${recipient.country}`;
    case 'OPERATION':
      return 'Participants of an operation';
  }
}

/** A name is part of the register's entry: undefined for whoever may not see that entry. */
function shownName({ directory, visible }: ViewRuntime, viewer: Viewer, organisation: OrganisationId): string | undefined {
  const entry = directory().organisation(organisation);
  if (entry === undefined || !mayCount(viewer, { label: entry.label, reviewMonth: null, erased: false }, visible.facts())) return undefined;
  return entry.name;
}
