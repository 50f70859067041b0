import type { PlainLabel, PlainOperation, PlainOrganisation, PlainPart, PlainReader, PlainRelease, PlainTarget, PlainWorld } from './plain-world.js';

/**
 * The rule of access said a second time, from the text of the design and in another way: a label issues tickets
 * to organisations and persons, then a reader shows up with one or without. Slow and complete on purpose.
 */
export interface SecondVerdict {
  readonly reads: boolean;
  readonly counts: boolean;
}

interface Ticket {
  readonly organisation: string;
  /** '*' for anybody in it. */
  readonly subject: string;
  /** The purpose that must be stated; '*' for any, 'none needed' for none. */
  readonly purpose: string;
}

const LEVELS = 'CLEAR < GREEN < AMBER < AMBER_STRICT < RED'.split(' < ');
const SEVENTY_TWO_HOURS = 72 * 60 * 60 * 1000;

export function secondVerdict(world: PlainWorld, reader: PlainReader, part: PlainPart): SecondVerdict {
  const readsRecords = reader.roles.some((role) => role === 'reader') && !reader.roles.some((role) => role === 'dashboard');
  const maxTlp = !readsRecords && reader.maxTlp !== 'CLEAR' ? 'GREEN' : reader.maxTlp;
  const givenByTheReader = holderOf(world, part.label.originator)?.id === reader.organisation;
  const layers = [part, ...(givenByTheReader ? [] : operationsAbove(world, part.label).map(partOfOperation))];
  const counts =
    reader.roles.length > 0 && layers.every((layer) => layer !== null && isOpen(world, { ...reader, maxTlp }, layer));
  return { counts, reads: counts && readsRecords };
}

/** The operation of a label, the operation of that operation's label and so on; null where one is unknown. */
function operationsAbove(world: PlainWorld, label: PlainLabel, met: readonly string[] = []): (PlainOperation | null)[] {
  if (label.operation === null || met.includes(label.operation)) return [];
  const operation = world.operations.find(({ id }) => id === label.operation);
  return operation === undefined ? [null] : [operation, ...operationsAbove(world, operation.label, [...met, operation.id])];
}

function partOfOperation(operation: PlainOperation | null): PlainPart | null {
  return operation && { label: operation.label, reviewMonth: null, erased: false };
}

function isOpen(world: PlainWorld, reader: PlainReader, part: PlainPart): boolean {
  const organisation = world.organisations.find(({ id }) => id === reader.organisation);
  const vetoes = [
    part.erased,
    organisation === undefined || organisation.suspended || organisation.succeededBy !== null,
    holderOf(world, part.label.originator) === null,
    world.suspendedSubjects.includes(reader.subject),
    LEVELS.indexOf(part.label.tlp) > LEVELS.indexOf(reader.maxTlp),
  ];
  if (vetoes.includes(true)) return false;
  return tickets(world, part).some((ticket) => fits(ticket, reader));
}

function fits(ticket: Ticket, reader: PlainReader): boolean {
  const stated = reader.purpose?.trim() && reader.caseReference?.trim() ? reader.purpose : null;
  const purposeFits = ticket.purpose === 'none needed' || (stated !== null && ['*', stated].includes(ticket.purpose));
  return purposeFits && ticket.organisation === reader.organisation && ['*', reader.subject].includes(ticket.subject);
}

function tickets(world: PlainWorld, { label, reviewMonth }: PlainPart): Ticket[] {
  const { tlp } = label;
  const own = { organisation: holderOf(world, label.originator)?.id ?? '', subject: '*', purpose: 'none needed' };
  const sealed = reviewMonth !== null && firstInstantAfter(reviewMonth) <= world.now;
  if (sealed) return [own];

  const purpose = tlp === 'CLEAR' || tlp === 'GREEN' ? 'none needed' : '*';
  const named = label.recipients.flatMap((name) => admitted(world, name, label).map((who) => ({ ...who, purpose })));
  const released = releasesOf(world, label.releaseGroup).flatMap((release) =>
    admitted(world, release.to, label).map((who) => ({ ...who, purpose: release.purpose })),
  );
  const community = world.organisations
    .filter((organisation) => belongs(world, organisation, label))
    .map(({ id }) => ({ organisation: id, subject: '*', purpose }));
  return [own, ...named, ...released, ...community];
}

/** The lower half of the table: who reads at this level without being named. */
function belongs(world: PlainWorld, organisation: PlainOrganisation, label: PlainLabel): boolean {
  const isInstitution = organisation.class === 'INSTITUTION';
  if (label.tlp === 'CLEAR') return true;
  if (label.tlp === 'GREEN') return !isInstitution;
  if (label.tlp !== 'AMBER' || isInstitution || label.codes.includes('H2')) return false;
  const operation = world.operations.find(({ id }) => id === label.operation);
  if (operation === undefined) return false;
  const coordinates = holderOf(world, operation.coordinatingBody)?.id === organisation.id;
  return coordinates || takingPart(world, operation, label).includes(organisation.id);
}

function admitted(world: PlainWorld, to: PlainTarget, label: PlainLabel): { organisation: string; subject: string }[] {
  switch (to.kind) {
    case 'ORGANISATION':
      return [{ organisation: holderOf(world, to.organisation)?.id ?? '', subject: '*' }];
    case 'SUBJECT':
      return [{ organisation: holderOf(world, to.organisation)?.id ?? '', subject: to.subject }];
    case 'NCB':
      return world.organisations.filter((o) => o.ncb && o.country === to.country).map(({ id }) => ({ organisation: id, subject: '*' }));
    case 'OPERATION':
      return world.operations
        .filter(({ id }) => id === to.operation)
        .flatMap((operation) => takingPart(world, operation, label))
        .map((organisation) => ({ organisation, subject: '*' }));
  }
}

function takingPart(world: PlainWorld, operation: PlainOperation, label: PlainLabel): string[] {
  return operation.participations
    .filter(({ role }) => role !== 'OBSERVER')
    .filter(({ joinedAt, endedAt }) => world.now >= joinedAt && world.now < (endedAt ?? Infinity))
    .filter(({ founding, joinedAt, answers }) => {
      const answer = answers[holderOf(world, label.originator)?.id ?? ''] ?? answers[label.originator];
      const silenceIsOver = answer === undefined && world.now - joinedAt >= SEVENTY_TWO_HOURS;
      return founding || answer === 'ACCEPTED' || silenceIsOver;
    })
    .map(({ organisation }) => holderOf(world, organisation)?.id ?? '');
}

/** What stands in a release group now, and in the groups of the same originator that it builds on. */
function releasesOf(world: PlainWorld, id: string | null, met: readonly string[] = []): PlainRelease[] {
  const group = world.releaseGroups.find((candidate) => candidate.id === id);
  if (group === undefined || met.includes(group.id)) return [];
  const base = world.releaseGroups.find((candidate) => candidate.id === group.extends);
  const inherited = base?.originator === group.originator ? releasesOf(world, base.id, [...met, group.id]) : [];
  return [...group.grants, ...inherited].filter(({ recalled, until }) => !recalled && until > world.now);
}

function holderOf(world: PlainWorld, id: string, met: readonly string[] = []): PlainOrganisation | null {
  const organisation = world.organisations.find((candidate) => candidate.id === id);
  if (organisation === undefined || met.includes(id)) return null;
  return organisation.succeededBy === null ? organisation : holderOf(world, organisation.succeededBy, [...met, id]);
}

/** A month that is none was over from the beginning. */
function firstInstantAfter(month: string): number {
  const monthsOfTheYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const [year = '', number = ''] = month.split('-');
  return monthsOfTheYear.includes(number) ? Date.UTC(Number(year), Number(number), 1) : -Infinity;
}
