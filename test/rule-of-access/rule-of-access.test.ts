import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Label } from '../../shared/handling/label.js';
import { amberAudience, mayCount, mayName, mayRead } from '../../shared/handling/may-read.js';
import { factsOf } from './facts-of.js';
import { label, literalWorld, reader } from './literal-world.js';
import * as random from './random-world.js';
import { secondVerdict } from './second-statement.js';
import { truthTable } from './truth-table.js';

describe('the rule of access, row by row', () => {
  const facts = factsOf(literalWorld);

  it.each(truthTable)('%s: %s', (_, verdict, who, what) => {
    expect({ reads: mayRead(who, what, facts), counts: mayCount(who, what, facts) }).toEqual({
      reads: verdict === 'READS',
      counts: verdict !== 'REFUSED',
    });
  });

  it.each(truthTable)('said a second time: %s: %s', (_, verdict, who, what) => {
    expect(secondVerdict(literalWorld, who, what)).toEqual({ reads: verdict === 'READS', counts: verdict !== 'REFUSED' });
  });

  it('refuses more than it permits', () => {
    const permitted = truthTable.filter(([, verdict]) => verdict === 'READS').length;
    expect(truthTable.length - permitted).toBeGreaterThan(permitted);
  });

  it('says nothing twice', () => {
    expect(new Set(truthTable.map(([says]) => says)).size).toBe(truthTable.length);
    expect(new Set(truthTable.map(([, , who, what]) => JSON.stringify([who, what]))).size).toBe(truthTable.length);
  });

  it('refuses a level that only a damaged store can hold, to the originator too', () => {
    // @ts-expect-error no such level
    const damaged: Label = label('na-ncb', 'ULTRAVIOLET');
    expect(mayRead(reader('na-ncb'), { label: damaged, reviewMonth: null, erased: false }, facts)).toBe(false);
  });

  it.each([{ kind: 'OPERATION', operation: 'joint' }, { kind: 'NCB', country: 'JP' }])('honours no changing audience in a stored label: $kind', (recipient) => {
    // @ts-expect-error a label names organisations and persons
    const stored: Label = { ...label('na-ncb', 'RED'), recipients: [recipient] };
    expect(mayRead(reader('jp-ncb'), { label: stored, reviewMonth: null, erased: false }, facts)).toBe(false);
  });
});

describe('the rule of access, when the directory contradicts itself', () => {
  it('releases nothing to the participants of an operation that is not known', () => {
    const facts = { ...factsOf(literalWorld), operation: () => undefined };
    const released = { label: label('na-ncb', 'RED', { releaseGroup: 'to-joint' }), reviewMonth: null, erased: false };
    expect(mayRead(reader('jp-ncb'), released, factsOf(literalWorld))).toBe(true);
    expect(mayRead(reader('jp-ncb'), released, facts)).toBe(false);
  });
});

describe('the rule of access, said twice', () => {
  const anyCase = fc.tuple(random.world, random.reader, random.part);

  it('comes to the same answer in random worlds', () => {
    fc.assert(
      fc.property(anyCase, ([where, who, what]) => {
        const facts = factsOf(where);
        expect({ reads: mayRead(who, what, facts), counts: mayCount(who, what, facts) }).toEqual(secondVerdict(where, who, what));
      }),
      { numRuns: 4_000 },
    );
  });

  it('lets those who act name what they could read, and a dashboard nothing', () => {
    fc.assert(
      fc.property(anyCase, ([where, who, what]) => {
        const acts = who.roles.length > 0 && !who.roles.includes('dashboard');
        const couldRead = secondVerdict(where, { ...who, roles: ['reader'] }, what).reads;
        expect(mayName(who, what, factsOf(where))).toBe(acts && couldRead);
      }),
      { numRuns: 1_000 },
    );
  });

  it('freezes for H2 exactly those whom plain AMBER admits, refused, undecided and institutions left out', () => {
    fc.assert(
      fc.property(random.world, random.label, (where, any) => {
        const amber = { ...any, tlp: 'AMBER', codes: [], recipients: [], releaseGroup: null } as const;
        // Without the operation's own label, which is asked at every reading and therefore not frozen.
        const operations = where.operations.map((one) => ({ ...one, label: label('o1', 'CLEAR') }));
        const organisations = [{ id: 'o1', class: 'AUTHORITY', country: null, ncb: false, suspended: false, succeededBy: null } as const, ...where.organisations.slice(1)];
        const world = { ...where, suspendedSubjects: [], operations, organisations };
        const facts = factsOf(world);
        const ids = world.organisations.map(({ id }) => id);
        const originator = facts.organisation(amber.originator)?.succeededBy ?? amber.originator;
        const admitted = ids.filter((id) => id !== originator && mayRead(reader(id), { label: amber, reviewMonth: null, erased: false }, facts));
        const known = facts.organisation(originator)?.succeededBy === null;
        if (known) expect(amberAudience(ids, amber, facts).filter((id) => id !== originator).sort()).toEqual(admitted.sort());
      }),
      { numRuns: 2_000 },
    );
  });

  it('meets both answers often enough to mean something', () => {
    const reads = fc.sample(anyCase, { numRuns: 1_000, seed: 1 }).filter(([where, who, what]) => secondVerdict(where, who, what).reads);
    expect(reads.length).toBeGreaterThan(80);
    expect(reads.length).toBeLessThan(500);
    expect(reads.filter(([, , what]) => what.label.tlp !== 'CLEAR' && what.label.tlp !== 'GREEN').length).toBeGreaterThan(25);
  });
});
