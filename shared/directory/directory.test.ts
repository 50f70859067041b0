import { afterEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '../clock/manual-clock.js';
import type { Label } from '../handling/label.js';
import type { ViewerClaims } from '../viewer/viewer.js';
import type { DirectoryState, OperationEntry, OrganisationEntry, OrganisationState } from './directory-feed.js';
import { Directory, DirectoryStaleError } from './directory.js';

const CLEAR: Label = { originator: 'interpol', tlp: 'CLEAR', codes: [], restriction: null, operation: null, recipients: [], releaseGroup: null };

const tokyo: OrganisationEntry = {
  id: 'jp-ncb',
  name: 'NCB Tokyo',
  class: 'AUTHORITY',
  country: 'JP',
  ncb: true,
  suspended: false,
  succeededBy: null,
  purposes: ['investigation'],
  roles: ['reader', 'contributor'],
  maxTlp: 'AMBER',
  label: CLEAR,
};

const operation: OperationEntry = {
  id: 'op-1',
  code: 'interpol/first-light-2024',
  coordinatingBody: 'interpol',
  label: CLEAR,
  exercise: false,
  period: null,
  crimeTypes: [],
  criminalGroups: [],
  participations: [
    { organisation: 'jp-ncb', role: 'LEAD', founding: true, joinedAt: 0, endedAt: null, decisions: new Map() },
  ],
};

const claims: ViewerClaims = {
  subject: 'iss|hana',
  organisation: 'jp-ncb',
  roles: ['reader', 'auditor'],
  maxTlp: 'RED',
  purpose: 'investigation',
  caseReference: 'JP-2024-1',
};

/** A feed whose state a test sets, that answers at once unless it is held back. */
class TestFeed<State extends DirectoryState<unknown>> {
  state: State;
  reads = 0;
  fault: Error | undefined;
  gate: Promise<void> = Promise.resolve();
  #listeners: (() => void)[] = [];

  constructor(state: State) {
    this.state = state;
  }

  async read(): Promise<State> {
    this.reads += 1;
    const { state, fault } = this;
    await this.gate;
    if (fault !== undefined) throw fault;
    return state;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

const started: Directory[] = [];
afterEach(() => {
  for (const directory of started.splice(0)) directory.stop();
});

function world(): {
  clock: ManualClock;
  organisations: TestFeed<OrganisationState>;
  operations: TestFeed<DirectoryState<OperationEntry>>;
  directory: Directory;
} {
  const clock = new ManualClock('2024-06-01T00:00:00Z');
  const organisations = new TestFeed<OrganisationState>({ revision: '1', entries: [tokyo], suspendedSubjects: [] });
  const operations = new TestFeed<DirectoryState<OperationEntry>>({ revision: '1', entries: [operation] });
  const directory = new Directory({ clock, organisations, operations, pollEveryMs: 3_600_000 });
  started.push(directory);
  return { clock, organisations, operations, directory };
}

describe('Directory', () => {
  it('knows nothing before its first read', () => {
    expect(() => world().directory.current()).toThrow(DirectoryStaleError);
  });

  it('does not start without the register', async () => {
    const { directory, organisations } = world();
    organisations.fault = new Error('refused');
    await expect(directory.start()).rejects.toThrow('refused');
  });

  it('counts the age that a feed tells of itself', async () => {
    const { directory, clock, operations } = world();
    operations.state = { ...operations.state, ageMilliseconds: 4_000 };
    await directory.start();
    clock.advance(1_000);
    expect(directory.ageMilliseconds).toBe(5_000);
    expect(directory.current().operation('op-1')).toBeDefined();
    clock.advance(1);
    expect(() => directory.current()).toThrow(DirectoryStaleError);
  });

  it('does not go back to what a lagging publisher still tells', async () => {
    const { directory, clock, operations } = world();
    operations.state = { revision: '2', entries: [] };
    await directory.start();
    clock.advance(500);
    operations.state = { revision: '1', entries: [operation], ageMilliseconds: 2_000 };
    await directory.refresh();
    expect(directory.current().operation('op-1')).toBeUndefined();
    clock.advance(4_501);
    expect(() => directory.current()).toThrow(DirectoryStaleError);
  });

  it('waits for feeds that come up later, refusing until then', async () => {
    const { directory, organisations } = world();
    organisations.fault = new Error('not up yet');
    directory.follow();
    await directory.refresh().catch(() => undefined);
    expect(() => directory.current()).toThrow(DirectoryStaleError);
    organisations.fault = undefined;
    organisations.announce();
    await directory.refresh();
    expect(directory.current().organisation('jp-ncb')?.name).toBe('NCB Tokyo');
  });

  it('still answers from what it read five seconds ago, and refuses one millisecond later', async () => {
    const { directory, clock } = world();
    await directory.start();
    clock.advance(5_000);
    expect(directory.current().organisation('jp-ncb')?.name).toBe('NCB Tokyo');
    clock.advance(1);
    expect(() => directory.current()).toThrow(expect.objectContaining({ code: 'UNAVAILABLE' }));
  });

  it('counts its age from the beginning of a read, not from its end', async () => {
    const { directory, clock, organisations } = world();
    await directory.start();
    let open = (): void => undefined;
    organisations.gate = new Promise((resolve) => (open = resolve));
    const refreshed = directory.refresh();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(organisations.reads).toBe(2);
    clock.advance(5_001);
    open();
    await refreshed;
    expect(() => directory.current()).toThrow(DirectoryStaleError);
  });

  it('refuses what it read before the clock was set back', async () => {
    const { directory, clock } = world();
    await directory.start();
    clock.advance(-5_001);
    expect(() => directory.current()).toThrow(DirectoryStaleError);
  });

  it('is young again after one feed failed and came back', async () => {
    const { directory, clock, operations } = world();
    await directory.start();
    operations.fault = new Error('gone');
    clock.advance(6_000);
    await expect(directory.refresh()).rejects.toThrow('gone');
    expect(() => directory.current()).toThrow(DirectoryStaleError);
    operations.fault = undefined;
    await directory.refresh();
    expect(directory.current().operation('op-1')?.coordinatingBody).toBe('interpol');
  });

  it('shows an announced change as soon as a refresh resolves, even when an older read was under way', async () => {
    const { directory, organisations } = world();
    await directory.start();
    const older = directory.refresh();
    await Promise.resolve();
    await Promise.resolve();
    organisations.state = { revision: '2', entries: [{ ...tokyo, suspended: true }], suspendedSubjects: ['iss|ken'] };
    organisations.announce();
    await directory.refresh();
    expect(directory.current().organisation('jp-ncb')?.suspended).toBe(true);
    expect(directory.current().subjectSuspended('iss|ken')).toBe(true);
    await older;
    expect(directory.current().organisation('jp-ncb')?.suspended).toBe(true);
  });

  it('reads once for many who ask at the same time', async () => {
    const { directory, organisations } = world();
    await directory.start();
    await Promise.all([directory.refresh(), directory.refresh(), directory.refresh()]);
    expect(organisations.reads).toBe(2);
  });

  it('stays the same snapshot while nothing changes', async () => {
    const { directory, operations } = world();
    await directory.start();
    const before = directory.current();
    await directory.refresh();
    expect(directory.current()).toBe(before);
    operations.state = { revision: '2', entries: [] };
    await directory.refresh();
    expect(directory.current()).not.toBe(before);
    expect(directory.current().operation('op-1')).toBeUndefined();
  });

  it('does not listen any more once it is stopped', async () => {
    const { directory, organisations } = world();
    await directory.start();
    directory.stop();
    organisations.announce();
    await Promise.resolve();
    expect(organisations.reads).toBe(1);
  });
});

describe('DirectorySnapshot', () => {
  async function snapshot(entries: readonly OrganisationEntry[], suspendedSubjects: readonly string[] = []) {
    const { directory, organisations } = world();
    organisations.state = { revision: '1', entries, suspendedSubjects };
    await directory.start();
    return directory.current();
  }

  it('reduces claims to what the register grants', async () => {
    expect((await snapshot([tokyo])).cap(claims)).toEqual({ ...claims, roles: ['reader'], maxTlp: 'AMBER' });
  });

  it('leaves no role to a wall screen whose `dashboard` was withdrawn', async () => {
    const screen = { ...claims, roles: ['reader', 'dashboard'] as const };
    expect((await snapshot([{ ...tokyo, roles: ['reader', 'auditor'] }])).cap(screen)?.roles).toEqual([]);
  });

  it('leaves a claim for less as it is', async () => {
    const modest: ViewerClaims = { ...claims, roles: ['reader'], maxTlp: 'GREEN' };
    expect((await snapshot([tokyo])).cap(modest)).toEqual(modest);
  });

  it('drops a purpose that is not granted, and the case with it', async () => {
    const capped = (await snapshot([tokyo])).cap({ ...claims, purpose: 'border-control' });
    expect(capped).toMatchObject({ purpose: null, caseReference: null });
  });

  it.each([
    ['an unknown organisation', [], []],
    ['a suspended organisation', [{ ...tokyo, suspended: true }], []],
    ['an organisation merged into another', [{ ...tokyo, succeededBy: 'jp-npa' }], []],
    ['a suspended subject', [tokyo], ['iss|hana']],
  ])('lets nobody speak for %s', async (_, entries, suspendedSubjects) => {
    expect((await snapshot(entries, suspendedSubjects)).cap(claims)).toBeNull();
  });

  it('hands the participations of a merged organisation to its successor', async () => {
    const merged = await snapshot([{ ...tokyo, succeededBy: 'jp-npa' }, { ...tokyo, id: 'jp-npa' }]);
    expect(merged.participations('op-1', 'jp-npa')).toHaveLength(1);
    expect(merged.participations('op-1', 'jp-ncb')).toHaveLength(0);
    expect(merged.participations('op-2', 'jp-npa')).toHaveLength(0);
  });

  it('gives the participations of organisations that succeed each other in a circle to nobody', async () => {
    const circle = await snapshot([{ ...tokyo, succeededBy: 'jp-npa' }, { ...tokyo, id: 'jp-npa', succeededBy: 'jp-ncb' }]);
    expect(circle.participations('op-1', 'jp-npa')).toHaveLength(0);
    expect(circle.participations('op-1', 'jp-ncb')).toHaveLength(0);
  });
});
