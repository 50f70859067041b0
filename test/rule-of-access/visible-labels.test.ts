import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ManualClock } from '../../shared/clock/manual-clock.js';
import { handlingKey } from '../../shared/handling/label.js';
import { mayCount, mayRead } from '../../shared/handling/may-read.js';
import { ReleaseGroups } from '../../shared/handling/release-groups.js';
import { VisibleLabels } from '../../shared/handling/visible-labels.js';
import { createViewer } from '../../shared/viewer/viewer.js';
import { directoryOf, factsOf } from './facts-of.js';
import type { PlainPart, PlainReader, PlainReleaseGroup, PlainWorld } from './plain-world.js';
import { groupOf, label, operationOf, reader, release, reviewMonth, world } from './random-world.js';

/** The memo under test beside the plain world that it must follow. */
class Exchange {
  readonly visible: VisibleLabels;
  readonly #clock: ManualClock;
  readonly #releases = new ReleaseGroups();
  readonly #parts = new Map<string, PlainPart>();
  #world: PlainWorld;
  #directory;

  constructor(start: PlainWorld) {
    this.#world = start;
    this.#directory = directoryOf(start);
    this.#clock = new ManualClock(new Date(start.now));
    for (const group of start.releaseGroups) this.#releases.put(group);
    this.visible = new VisibleLabels({
      clock: this.#clock,
      directory: () => this.#directory,
      grants: (group) => this.#releases.grantsOf(group),
      releaseRevision: () => this.#releases.revision,
      capacity: 3,
    });
  }

  register(part: PlainPart): void {
    this.#parts.set(this.visible.register(part.label, part.reviewMonth), part);
  }

  pass(milliseconds: number): void {
    this.#clock.advance(milliseconds);
    this.#world = { ...this.#world, now: this.#world.now + milliseconds };
  }

  changeGroup(id: string, change: (group: PlainReleaseGroup) => PlainReleaseGroup): void {
    this.#world = {
      ...this.#world,
      releaseGroups: this.#world.releaseGroups.map((group) => {
        if (group.id !== id) return group;
        const changed = change(group);
        this.#releases.put(changed);
        return changed;
      }),
    };
  }

  changeDirectory(change: (world: PlainWorld) => PlainWorld): void {
    this.#world = change(this.#world);
    this.#directory = directoryOf(this.#world);
  }

  /** Holds what is remembered against the rule asked anew for every label. */
  check(who: PlainReader): void {
    const facts = factsOf(this.#world);
    const viewer = createViewer(who);
    const known = [...this.#parts];
    const readable = known.filter(([, part]) => mayRead(who, part, facts)).map(([key]) => key);
    const countable = known.filter(([, part]) => mayCount(who, part, facts)).map(([key]) => key);
    expect([...this.visible.of(viewer).keys].sort()).toEqual(readable.sort());
    expect([...this.visible.countable(viewer).keys].sort()).toEqual(countable.sort());
    expect(known.every(([key]) => this.visible.of(viewer).has(key) === readable.includes(key))).toBe(true);
  }
}

const part = fc.record({ label, reviewMonth, erased: fc.constant(false) });
const HOUR = 3_600_000;

type Change = (exchange: Exchange) => void;
const change: fc.Arbitrary<Change> = fc.oneof(
  part.map((one): Change => (exchange) => exchange.register(one)),
  // Steps that land on edges, just before and just after them, and a clock that is set back.
  fc.constantFrom(1, HOUR, HOUR - 1, 2 * HOUR, 71 * HOUR, -1, -HOUR).map((step): Change => (exchange) => exchange.pass(step)),
  fc.tuple(fc.constantFrom('g1', 'g2', 'g3'), release).map(
    ([id, grant]): Change => (exchange) => exchange.changeGroup(id, (group) => ({ ...group, grants: [...group.grants, grant] })),
  ),
  fc.constantFrom('g1', 'g2', 'g3').map(
    (id): Change => (exchange) =>
      exchange.changeGroup(id, (group) => ({ ...group, grants: group.grants.map((grant) => ({ ...grant, recalled: true })) })),
  ),
  fc.constantFrom('g1', 'g2').chain(groupOf).map((group): Change => (exchange) => exchange.changeGroup(group.id, () => group)),
  fc.constantFrom('p1', 'p2', 'p3').chain(operationOf).map(
    (operation): Change => (exchange) =>
      exchange.changeDirectory((now) => ({
        ...now,
        operations: now.operations.map((before) => (before.id === operation.id ? operation : before)),
      })),
  ),
  fc.constantFrom('o1', 'o2', 'o3').map(
    (id): Change => (exchange) =>
      exchange.changeDirectory((now) => ({
        ...now,
        organisations: now.organisations.map((one) => (one.id === id ? { ...one, suspended: !one.suspended } : one)),
      })),
  ),
);

describe('VisibleLabels', () => {
  it('says of every label what the rule says, after every change', () => {
    fc.assert(
      fc.property(
        world,
        fc.array(part, { minLength: 3, maxLength: 12 }),
        fc.array(reader, { minLength: 2, maxLength: 4 }),
        fc.array(change, { maxLength: 10 }),
        (start, parts, readers, changes) => {
          const exchange = new Exchange(start);
          for (const one of parts) exchange.register(one);
          for (const who of readers) exchange.check(who);
          for (const apply of changes) {
            apply(exchange);
            for (const who of readers) exchange.check(who);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives equal labels one key, in whatever order their sets are written', () => {
    fc.assert(
      fc.property(part, ({ label: one, reviewMonth: month }) => {
        const turned = { ...one, codes: [...one.codes].reverse(), recipients: [...one.recipients, ...one.recipients].reverse() };
        expect(handlingKey(turned, month)).toBe(handlingKey(one, month));
      }),
    );
  });
});
