import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '../clock/manual-clock.js';
import type { OperationEntry, OrganisationEntry } from '../directory/directory-feed.js';
import { DirectorySnapshot } from '../directory/directory-snapshot.js';
import { createViewer, ROLES, type Viewer, type ViewerClaims } from '../viewer/viewer.js';
import type { Label, Tlp } from './label.js';
import type { OrganisationClass } from './may-read.js';
import { ReleaseGroups } from './release-groups.js';
import { VisibleLabels } from './visible-labels.js';

const NOON = '2024-06-15T12:00:00.000Z';

function label(originator: string, tlp: Tlp, changes: Partial<Label> = {}): Label {
  return { originator, tlp, codes: [], restriction: null, operation: null, recipients: [], releaseGroup: null, ...changes };
}

function organisation(id: string, kind: OrganisationClass = 'AUTHORITY'): OrganisationEntry {
  return {
    id,
    name: id,
    class: kind,
    country: null,
    ncb: false,
    suspended: false,
    succeededBy: null,
    purposes: ['investigation'],
    roles: ROLES,
    maxTlp: 'RED',
    label: label(id, 'CLEAR'),
  };
}

const raid: OperationEntry = {
  id: 'raid',
  code: 'interpol/raid',
  coordinatingBody: 'interpol',
  label: label('interpol', 'CLEAR'),
  exercise: true,
  period: null,
  crimeTypes: [],
  criminalGroups: [],
  participations: [
    { organisation: 'de', role: 'PARTICIPANT', founding: false, joinedAt: Date.parse(NOON), endedAt: null, decisions: new Map() },
    { organisation: 'na', role: 'LEAD', founding: true, joinedAt: Date.parse(NOON) + 10, endedAt: Date.parse(NOON) + 20, decisions: new Map() },
  ],
};

function viewer(who: string, changes: Partial<ViewerClaims> = {}): Viewer {
  return createViewer({
    subject: `issuer|${who}`,
    organisation: who,
    roles: ['reader'],
    maxTlp: 'RED',
    purpose: 'investigation',
    caseReference: 'CASE-1',
    ...changes,
  });
}

function exchange(capacity = 10) {
  const clock = new ManualClock(NOON);
  const releases = new ReleaseGroups();
  const organisations = [organisation('interpol', 'COORDINATING_BODY'), organisation('jp'), organisation('de'), organisation('na'), { ...organisation('jp-old'), succeededBy: 'jp' }];
  const directory = new DirectorySnapshot(
    { revision: '1', entries: organisations, suspendedSubjects: [] },
    { revision: '1', entries: [raid] },
  );
  const held = { directory: (): DirectorySnapshot => directory };
  const visible = new VisibleLabels({
    clock,
    directory: () => held.directory(),
    grants: (group) => releases.grantsOf(group),
    releaseRevision: () => releases.revision,
    capacity,
  });
  return { clock, releases, visible, held };
}

describe('VisibleLabels.of', () => {
  it('stays the same object while nothing that matters changes', () => {
    const { visible, clock } = exchange();
    visible.register(label('jp', 'GREEN'), null);
    const before = visible.of(viewer('de'));
    clock.advance(9);
    expect(visible.of(viewer('de', { caseReference: 'CASE-2' }))).toBe(before);
  });

  it('does not change a set that it has handed out', () => {
    const { visible } = exchange();
    const before = visible.of(viewer('de'));
    const key = visible.register(label('jp', 'GREEN'), null);
    expect(before.has(key)).toBe(false);
    expect(visible.of(viewer('de')).has(key)).toBe(true);
  });

  it('stays the same object when a new label is not for this viewer', () => {
    const { visible } = exchange();
    visible.register(label('jp', 'GREEN'), null);
    const before = visible.of(viewer('de'));
    visible.register(label('jp', 'RED'), null);
    expect(visible.of(viewer('de'))).toBe(before);
  });

  it('judges only the new label for a viewer that it remembers', () => {
    const { visible, held } = exchange();
    const asked: string[] = [];
    class WatchedDirectory extends DirectorySnapshot {
      override organisation(id: string): OrganisationEntry | undefined {
        asked.push(id);
        return super.organisation(id);
      }
    }
    const counting = new WatchedDirectory(
      { revision: '1', entries: [organisation('jp'), organisation('de'), organisation('na')], suspendedSubjects: [] },
      { revision: '1', entries: [] },
    );
    held.directory = () => counting;
    visible.register(label('jp', 'GREEN'), null);
    visible.of(viewer('de'));
    expect(asked).toContain('jp');
    asked.length = 0;
    visible.register(label('na', 'GREEN'), null);
    visible.of(viewer('de'));
    expect(asked).toContain('na');
    expect(asked).not.toContain('jp');
  });

  it('lets a late participant in when the 72 hours are over, not a millisecond before', () => {
    const { visible, clock } = exchange();
    const key = visible.register(label('jp', 'AMBER', { operation: 'raid' }), null);
    clock.advance(72 * 3_600_000 - 1);
    expect(visible.of(viewer('de')).has(key)).toBe(false);
    clock.advance(1);
    expect(visible.of(viewer('de')).has(key)).toBe(true);
  });

  it('lets a participant in when it joins and out when it leaves, to the millisecond', () => {
    const { visible, clock } = exchange();
    const key = visible.register(label('jp', 'AMBER', { operation: 'raid' }), null);
    const reads: boolean[] = [];
    for (const after of [0, 9, 10, 19, 20]) {
      clock.set(Date.parse(NOON) + after);
      reads.push(visible.of(viewer('na')).has(key));
    }
    expect(reads).toEqual([false, false, true, true, false]);
  });

  it('remembers nothing from a future out of which the clock was set back', () => {
    const { visible, clock } = exchange();
    const key = visible.register(label('jp', 'AMBER', { operation: 'raid' }), null);
    clock.set(Date.parse(NOON) + 10);
    expect(visible.of(viewer('na')).has(key)).toBe(true);
    clock.set(NOON);
    expect(visible.of(viewer('na')).has(key)).toBe(false);
  });

  it.each([false, true])('ends a release whose label came after the viewer was remembered (another label after it: %s)', (withLaterLabel) => {
    const { visible, clock, releases } = exchange();
    releases.put({
      id: 'g',
      originator: 'jp',
      extends: null,
      grants: [{ id: '1', to: { kind: 'ORGANISATION', organisation: 'de' }, purpose: 'investigation', until: Date.parse(NOON) + 5, recalled: false }],
    });
    visible.of(viewer('de'));
    const key = visible.register(label('jp', 'RED', { releaseGroup: 'g' }), null);
    expect(visible.of(viewer('de')).has(key)).toBe(true);
    // A label without releases, known later still, must not make the end of that release forgotten.
    if (withLaterLabel) visible.register(label('jp', 'GREEN'), null);
    expect(visible.of(viewer('de')).has(key)).toBe(true);
    clock.advance(5);
    expect(visible.of(viewer('de')).has(key)).toBe(false);
  });

  it('seals a part with the end of its review month', () => {
    const { visible, clock } = exchange();
    const key = visible.register(label('jp', 'GREEN'), '2024-06');
    clock.set('2024-06-30T23:59:59.999Z');
    expect(visible.of(viewer('de')).has(key)).toBe(true);
    clock.advance(1);
    expect(visible.of(viewer('de')).has(key)).toBe(false);
    expect(visible.of(viewer('jp')).has(key)).toBe(true);
  });

  it('keeps apart viewers that differ in anything that matters', () => {
    const { visible } = exchange();
    const amber = visible.register(label('jp', 'AMBER', { recipients: [{ kind: 'SUBJECT', organisation: 'de', subject: 'issuer|de' }] }), null);
    expect(visible.of(viewer('de')).has(amber)).toBe(true);
    expect(visible.of(viewer('de', { subject: 'issuer|colleague' })).has(amber)).toBe(false);
    expect(visible.of(viewer('de', { maxTlp: 'GREEN' })).has(amber)).toBe(false);
    expect(visible.of(viewer('de', { purpose: null })).has(amber)).toBe(false);
    expect(visible.of(viewer('de', { caseReference: null })).has(amber)).toBe(false);
    expect(visible.of(viewer('de', { roles: ['dashboard'] })).has(amber)).toBe(false);
    expect(visible.of(viewer('jp', { subject: 'issuer|de' })).has(amber)).toBe(true);
  });

  it('keeps apart viewers that state different purposes', () => {
    const { releases, visible } = exchange();
    const grant = { id: 'one', recalled: false, to: { kind: 'ORGANISATION', organisation: 'de' }, purpose: 'investigation', until: Date.parse(NOON) + 1 } as const;
    releases.put({ id: 'released', originator: 'jp', extends: null, grants: [grant] });
    const red = visible.register(label('jp', 'RED', { releaseGroup: 'released' }), null);
    expect(visible.of(viewer('de')).has(red)).toBe(true);
    expect(visible.of(viewer('de', { purpose: 'border-control' })).has(red)).toBe(false);
  });

  it('remembers no more viewers than it may, the least recently asked going first', () => {
    const { visible } = exchange(2);
    visible.register(label('jp', 'GREEN'), null);
    const first = visible.of(viewer('de'));
    const second = visible.of(viewer('jp'));
    expect(visible.of(viewer('de'))).toBe(first);
    visible.of(viewer('de', { maxTlp: 'GREEN' }));
    expect(visible.of(viewer('de'))).toBe(first);
    expect(visible.of(viewer('jp'))).not.toBe(second);
  });

  it('says nothing while the directory is too old, to a remembered viewer either', () => {
    const { visible, held } = exchange();
    visible.of(viewer('de'));
    held.directory = () => {
      throw new Error('stale');
    };
    expect(() => visible.of(viewer('de'))).toThrow('stale');
  });

  it('refuses an object that merely looks like a viewer', () => {
    const { visible } = exchange();
    const genuine = viewer('jp');
    visible.of(genuine);
    expect(() => visible.of({ ...genuine })).toThrow(TypeError);
    expect(() => visible.countable({ ...genuine })).toThrow(TypeError);
  });

  it('knows nothing of a label that was not registered', () => {
    const { visible } = exchange();
    expect(visible.find('missing')).toBeUndefined();
    expect(visible.of(viewer('jp')).has('missing')).toBe(false);
  });
});

describe('VisibleLabels.countable', () => {
  it('gives a dashboard GREEN and CLEAR to count and no record to read', () => {
    const { visible } = exchange();
    const keys = (['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as const).map((tlp) => visible.register(label('jp', tlp), null));
    const dashboard = viewer('jp', { roles: ['dashboard', 'reader'] });
    expect(visible.countable(dashboard).keys).toEqual(keys.slice(0, 2));
    expect(visible.of(dashboard).keys).toEqual([]);
    expect(visible.countable(viewer('jp')).keys).toEqual(keys);
  });
});

describe('VisibleLabels.isOthersStricter', () => {
  it.each([
    ['jp', 'GREEN', false],
    ['jp', 'AMBER', true],
    ['jp', 'AMBER_STRICT', true],
    ['jp', 'RED', true],
    ['de', 'RED', false],
    ['unknown', 'AMBER', true],
  ] as const)('%s %s shown to de needs a disclosure entry: %s', (originator, tlp, expected) => {
    expect(exchange().visible.isOthersStricter(viewer('de'), label(originator, tlp))).toBe(expected);
  });

  it('needs none for what the organisation took over', () => {
    expect(exchange().visible.isOthersStricter(viewer('jp'), label('jp-old', 'RED'))).toBe(false);
  });
});
