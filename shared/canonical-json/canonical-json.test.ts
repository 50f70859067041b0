import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson, canonicalJsonWithoutNulls } from './canonical-json.js';

class Sent {
  b = 'β "quoted"\n';
  a: unknown = null;
}

const text = fc.string({ unit: 'binary' });
const key = fc.oneof(text, fc.nat().map(String), fc.constantFrom('__proto__', '', '10', '9', 'toJSON', 'ä', 'ﬁ', '😀', ''));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -0, 1e21, 1e-7, 5e-324, Number.MAX_SAFE_INTEGER),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key.filter((name) => name !== 'toJSON'), tie('value'), { maxKeys: 6 }),
  ),
}));

describe('canonicalJson', () => {
  it('writes the bytes of the reference implementation', () => {
    fc.assert(fc.property(value, (json) => { expect(canonicalJson(json)).toBe(canonicalize(json)); }), { numRuns: 2_000 });
  });

  it('orders names by code units, whatever order an object gives them', () => {
    expect(canonicalJson({ b: 1, 9: 2, 10: 3, '😀': 4, 'ﬁ': 5, B: 6 })).toBe('{"10":3,"9":2,"B":6,"b":1,"😀":4,"ﬁ":5}');
  });

  it('leaves out what is undefined, and writes null for it in a list', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, null], c: null })).toBe('{"b":[null,null],"c":null}');
  });

  it('writes what writes itself as it does', () => {
    expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it.each([NaN, Infinity, 1n, undefined, Symbol('x'), () => 1, { deep: [NaN] }, '\ud800', { '\udc00': 1 }])('refuses %p', (json) => {
    expect(() => canonicalJson(json)).toThrow(TypeError);
  });
});

describe('canonicalJsonWithoutNulls', () => {
  it('leaves null members out and keeps nulls of lists', () => {
    expect(canonicalJsonWithoutNulls({ a: null, b: { c: null }, d: [null, { e: null }] })).toBe('{"b":{},"d":[null,{}]}');
  });

  it('is the same whatever was left out, in whatever order, as an instance or not', () => {
    expect(canonicalJsonWithoutNulls({ b: new Sent().b, nested: { y: 1, x: undefined }, at: new Date(0) })).toBe(
      canonicalJsonWithoutNulls({ at: '1970-01-01T00:00:00.000Z', nested: { z: null, y: 1 }, ...new Sent() }),
    );
    expect(canonicalJsonWithoutNulls({ inner: new Sent() })).toBe(canonicalJsonWithoutNulls({ inner: { b: new Sent().b } }));
  });

  it('differs where a list does', () => {
    expect(canonicalJsonWithoutNulls({ aliases: ['a', 'b'] })).not.toBe(canonicalJsonWithoutNulls({ aliases: ['b', 'a'] }));
    expect(canonicalJsonWithoutNulls({ aliases: [] })).not.toBe(canonicalJsonWithoutNulls({}));
  });
});
