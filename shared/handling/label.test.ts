import { describe, expect, it } from '@jest/globals';
import { handlingKey, labelFaults, labelId, narrowerThan, normaliseLabel, type Label } from './label.js';

const amber: Label = {
  originator: 'jp-ncb',
  tlp: 'AMBER',
  codes: ['H0', 'H1'],
  restriction: null,
  operation: 'raid',
  recipients: [
    { kind: 'ORGANISATION', organisation: 'de-ncb' },
    { kind: 'SUBJECT', organisation: 'na-ncb', subject: 'issuer|a' },
  ],
  releaseGroup: null,
};

describe('labelId', () => {
  it('is one for labels that differ only in order and repeats', () => {
    const turned: Label = { ...amber, codes: ['H1', 'H0', 'H1'], recipients: [...amber.recipients, ...amber.recipients].reverse() };
    expect(labelId(turned)).toBe(labelId(amber));
  });

  it.each<[string, Partial<Label>]>([
    ['originator', { originator: 'na-ncb' }],
    ['level', { tlp: 'RED' }],
    ['codes', { codes: ['H0'] }],
    ['restriction', { restriction: 'Not in court.' }],
    ['operation', { operation: null }],
    ['recipients', { recipients: [] }],
    ['release group', { releaseGroup: 'g' }],
  ])('differs with the %s', (_, change) => {
    expect(labelId({ ...amber, ...change })).not.toBe(labelId(amber));
  });

  it('ignores what does not belong to a label, so that nothing stored beside it makes another', () => {
    expect(labelId(Object.assign({ _id: 'x' }, amber))).toBe(labelId(amber));
    expect(normaliseLabel(Object.assign({ _id: 'x' }, amber))).not.toHaveProperty('_id');
  });
});

describe('handlingKey', () => {
  it('tells parts of one label apart by their review month', () => {
    const keys = [handlingKey(amber, null), handlingKey(amber, '2025-01'), handlingKey(amber, '2025-02')];
    expect(new Set(keys).size).toBe(3);
  });
});

describe('labelFaults', () => {
  it.each<[string, Partial<Label>, number]>([
    ['accepts a plain label', {}, 0],
    ['accepts H3 with its words on RED', { tlp: 'RED', codes: ['H3'], restriction: 'Not in court.' }, 0],
    ['refuses H3 below AMBER_STRICT', { codes: ['H3'], restriction: 'Not in court.' }, 1],
    ['refuses H3 without words', { tlp: 'RED', codes: ['H3'] }, 1],
    ['refuses words without H3', { restriction: 'Not in court.' }, 1],
    ['refuses H3 with blank words', { tlp: 'RED', codes: ['H3'], restriction: ' ' }, 1],
    ['refuses a restriction that is a book', { tlp: 'RED', codes: ['H3'], restriction: 'x'.repeat(501) }, 1],
    ['accepts a long restriction', { tlp: 'RED', codes: ['H3'], restriction: 'x'.repeat(500) }, 0],
    ['accepts H2 with AMBER of an operation', { codes: ['H2'] }, 0],
    ['refuses H2 with RED, whose audience it could not freeze', { tlp: 'RED', codes: ['H2'] }, 1],
    ['refuses H2 with GREEN, which it would not close', { tlp: 'GREEN', codes: ['H2'] }, 1],
    ['refuses H2 without an operation, which has no audience', { codes: ['H2'], operation: null }, 1],
    ['names every fault', { codes: ['H3'], restriction: '' }, 2],
  ])('%s', (_, change, faults) => {
    expect(labelFaults({ ...amber, ...change })).toHaveLength(faults);
  });
});

describe('narrowerThan', () => {
  it('orders the levels from CLEAR to RED', () => {
    expect(narrowerThan('RED', 'AMBER_STRICT') && narrowerThan('AMBER_STRICT', 'AMBER')).toBe(true);
    expect(narrowerThan('AMBER', 'GREEN') && narrowerThan('GREEN', 'CLEAR')).toBe(true);
    expect(narrowerThan('GREEN', 'GREEN') || narrowerThan('CLEAR', 'RED')).toBe(false);
  });
});
