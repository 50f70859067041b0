import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Label } from '../../shared/handling/label.js';
import { mayCount, mayRead } from '../../shared/handling/may-read.js';
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

  it('meets both answers often enough to mean something', () => {
    const reads = fc.sample(anyCase, { numRuns: 1_000, seed: 1 }).filter(([where, who, what]) => secondVerdict(where, who, what).reads);
    expect(reads.length).toBeGreaterThan(80);
    expect(reads.length).toBeLessThan(500);
    expect(reads.filter(([, , what]) => what.label.tlp !== 'CLEAR' && what.label.tlp !== 'GREEN').length).toBeGreaterThan(25);
  });
});
