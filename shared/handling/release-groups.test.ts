import { describe, expect, it } from '@jest/globals';
import { ReleaseGroups, type ReleaseGrant, type ReleaseGroup } from './release-groups.js';

function grant(id: string, changes: Partial<ReleaseGrant> = {}): ReleaseGrant {
  return { id, to: { kind: 'ORGANISATION', organisation: id }, purpose: 'investigation', until: 1, recalled: false, ...changes };
}

function group(id: string, changes: Partial<ReleaseGroup> = {}): ReleaseGroup {
  return { id, originator: 'jp', extends: null, grants: [grant(id)], ...changes };
}

function namesIn(groups: readonly ReleaseGroup[], id: string): unknown[] {
  const releases = new ReleaseGroups();
  for (const one of groups) releases.put(one);
  return releases.grantsOf(id).map(({ to }) => (to.kind === 'ORGANISATION' ? to.organisation : to));
}

describe('ReleaseGroups', () => {
  it('grants nothing for a group that is not known', () => {
    expect(namesIn([], 'a')).toEqual([]);
  });

  it('grants what the extended groups grant, whichever came first', () => {
    const chain = [group('a', { extends: 'b' }), group('b', { extends: 'c' }), group('c')];
    expect(namesIn(chain, 'a')).toEqual(['a', 'b', 'c']);
    expect(namesIn([...chain].reverse(), 'a')).toEqual(['a', 'b', 'c']);
    expect(namesIn(chain, 'c')).toEqual(['c']);
  });

  it('leaves out what was recalled, in an extended group too', () => {
    const recalled = { grants: [grant('x', { recalled: true }), grant('y')] };
    expect(namesIn([group('a', { extends: 'b', ...recalled }), group('b', recalled)], 'a')).toEqual(['y', 'y']);
  });

  it('counts each group of a circle once', () => {
    expect(namesIn([group('a', { extends: 'b' }), group('b', { extends: 'a' })], 'a')).toEqual(['a', 'b']);
  });

  it("never lends another originator's grants", () => {
    const groups = [group('a', { extends: 'b' }), group('b', { originator: 'de', extends: 'c' }), group('c')];
    expect(namesIn(groups, 'a')).toEqual(['a']);
  });

  it('replaces a group as a whole and moves its revision', () => {
    const releases = new ReleaseGroups();
    releases.put(group('a'));
    const before = releases.revision;
    releases.put(group('a', { grants: [] }));
    expect(releases.grantsOf('a')).toEqual([]);
    expect(releases.revision).toBeGreaterThan(before);
  });

  it('hands out nothing of a grant but what the rule needs', () => {
    const releases = new ReleaseGroups();
    releases.put(group('a'));
    expect(releases.grantsOf('a').map((one) => Object.keys(one).sort())).toEqual([['purpose', 'to', 'until']]);
  });
});
