import { BODY, LEVELS, organisationAt, type PlainViewer, type Tlp } from './plain-actions.js';
import { isOpen, organisationNamed, type PlainOperation, type PlainRecord, type PlainWorld } from './plain-world.js';

const THREE_DAYS = 72 * 60 * 60 * 1000;

/** What may be done with something: a record, or an operation itself. */
interface Handling {
  readonly originator: string;
  readonly tlp: Tlp;
  readonly frozen: boolean;
  readonly names: readonly string[];
  readonly operation: PlainOperation | null;
  readonly releases: PlainRecord['releases'];
}

/**
 * Whether a record counts for a viewer now, whatever instant is asked about. Written from the words of the design: the
 * rows of its table from the top, the first that decides.
 */
export function countsFor(world: PlainWorld, viewer: PlainViewer, record: PlainRecord): boolean {
  if (record.state === 'ERASED') return false;
  const seeing = viewer.dashboard ? { ...viewer, maxTlp: wider(viewer.maxTlp, 'GREEN') } : viewer;
  if (!opens(world, seeing, record)) return false;
  return record.originator === viewer.organisation || record.operation === null || operationOpens(world, seeing, record.operation);
}

/** Whether an operation itself is there for a viewer. */
export function seesOperation(world: PlainWorld, viewer: PlainViewer, operation: PlainOperation): boolean {
  return operationOpens(world, viewer.dashboard ? { ...viewer, maxTlp: wider(viewer.maxTlp, 'GREEN') } : viewer, operation);
}

function operationOpens(world: PlainWorld, viewer: PlainViewer, operation: PlainOperation): boolean {
  return opens(world, viewer, { originator: BODY, tlp: operation.tlp, frozen: false, names: [], operation, releases: [] });
}

function opens(world: PlainWorld, viewer: PlainViewer, { originator, tlp, frozen, names, operation, releases }: Handling): boolean {
  // The ceiling comes first, then the originator.
  if (rank(tlp) > rank(viewer.maxTlp)) return false;
  if (viewer.organisation === originator) return true;
  // Without a stated purpose, AMBER and stricter of others is simply absent.
  if (rank(tlp) >= rank('AMBER') && viewer.purpose === null) return false;
  if (names.includes(viewer.organisation)) return true;
  for (const { to, purpose, until, recalled } of releases) {
    if (recalled || purpose !== viewer.purpose || world.now >= until) continue;
    if ('organisation' in to && organisationAt(to.organisation) === viewer.organisation) return true;
    if ('bureauOf' in to && isBureauOf(viewer.organisation, organisationAt(to.bureauOf))) return true;
    if ('code' in to && world.operations.some((released) => released.code === to.code && takesPart(world, viewer.organisation, released, originator))) return true;
  }
  if (organisationNamed(viewer.organisation).class === 'INSTITUTION') return tlp === 'CLEAR';
  if (tlp === 'CLEAR' || tlp === 'GREEN') return true;
  // What is frozen reaches those who were named when it was; RED and AMBER+STRICT reach nobody else.
  if (tlp !== 'AMBER' || frozen || operation === null) return false;
  return viewer.organisation === BODY || takesPart(world, viewer.organisation, operation, originator);
}

/** Whom AMBER of an originator under an operation reaches now; H2 names them for ever. */
export function reachedNow(world: PlainWorld, originator: string, operation: PlainOperation): string[] {
  const reached = operation.participations.map(({ organisation }) => organisation).filter((organisation) => takesPart(world, organisation, operation, originator));
  return [BODY, ...reached.filter((organisation) => organisationNamed(organisation).class !== 'INSTITUTION')];
}

/** As lead or participant, now, from the beginning or accepted by the originator, who has three days to refuse. */
function takesPart({ now }: PlainWorld, organisation: string, operation: PlainOperation, originator: string): boolean {
  return operation.participations.some((taking) => {
    if (taking.organisation !== organisation || taking.role === 'OBSERVER' || !isOpen(taking, now)) return false;
    const said = taking.decisions.get(originator);
    return taking.founding || said === 'ACCEPTED' || (said === undefined && now >= taking.joinedAt + THREE_DAYS);
  });
}

function isBureauOf(code: string, of: string): boolean {
  const { bureau, country } = organisationNamed(code);
  return bureau && country !== null && country === organisationNamed(of).country;
}

function rank(tlp: Tlp): number {
  return LEVELS.indexOf(tlp);
}

function wider(one: Tlp, other: Tlp): Tlp {
  return rank(one) < rank(other) ? one : other;
}
