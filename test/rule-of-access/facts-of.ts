import type { DirectoryState, OperationEntry, OrganisationEntry, OrganisationState } from '../../shared/directory/directory-feed.js';
import { DirectorySnapshot } from '../../shared/directory/directory-snapshot.js';
import type { HandlingFacts } from '../../shared/handling/may-read.js';
import { ReleaseGroups } from '../../shared/handling/release-groups.js';
import { ROLES } from '../../shared/viewer/viewer.js';
import type { PlainOperation, PlainOrganisation, PlainWorld } from './plain-world.js';

/** The only bridge from the plain worlds to the code under test. */
export function factsOf(world: PlainWorld): HandlingFacts {
  const directory = directoryOf(world);
  const releases = new ReleaseGroups();
  for (const group of world.releaseGroups) releases.put(group);
  return {
    now: world.now,
    organisation: (id) => directory.organisation(id),
    subjectSuspended: (subject) => directory.subjectSuspended(subject),
    operation: (id) => directory.operation(id),
    participations: (operation, organisation) => directory.participations(operation, organisation),
    grants: (group) => releases.grantsOf(group),
  };
}

export function directoryOf(world: PlainWorld): DirectorySnapshot {
  const organisations: OrganisationState = {
    revision: '1',
    entries: world.organisations.map(organisationEntry),
    suspendedSubjects: world.suspendedSubjects,
  };
  const operations: DirectoryState<OperationEntry> = { revision: '1', entries: world.operations.map(operationEntry) };
  return new DirectorySnapshot(organisations, operations);
}

function organisationEntry(organisation: PlainOrganisation): OrganisationEntry {
  return {
    ...organisation,
    name: organisation.id,
    purposes: [],
    roles: ROLES,
    maxTlp: 'RED',
    label: { originator: organisation.id, tlp: 'CLEAR', codes: [], restriction: null, operation: null, recipients: [], releaseGroup: null },
  };
}

function operationEntry(operation: PlainOperation): OperationEntry {
  return {
    ...operation,
    code: operation.id,
    exercise: true,
    period: null,
    crimeTypes: [],
    criminalGroups: [],
    participations: operation.participations.map(({ answers, ...participation }) => ({
      ...participation,
      decisions: new Map(Object.entries(answers)),
    })),
  };
}
