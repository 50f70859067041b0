import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { textOfSaid } from './said-again.js';

class Sent {
  b = 'β "quoted"\n';
  a: unknown = null;
}

/** Anything under names that a field can have. */
const said = fc.object({ key: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,4}$/), values: [fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)], maxDepth: 3 });

describe('the text of what an officer sent', () => {
  it('is the canonical JSON of what it says', () => {
    fc.assert(
      fc.property(said, (sent) => {
        const saysSomething: unknown = JSON.parse(JSON.stringify(sent, (_, value: unknown) => value ?? undefined));
        expect(textOfSaid(sent)).toBe(canonicalize(saysSomething));
      }),
    );
  });

  it('is the same whatever was left out, in whatever order, as an instance or not', () => {
    expect(textOfSaid({ b: new Sent().b, nested: { y: 1, x: undefined }, at: new Date(0) })).toBe(textOfSaid({ at: '1970-01-01T00:00:00.000Z', nested: { z: null, y: 1 }, ...new Sent() }));
    expect(textOfSaid({ inner: new Sent() })).toBe(textOfSaid({ inner: { b: new Sent().b } }));
  });

  it('differs where a list does', () => {
    expect(textOfSaid({ aliases: ['a', 'b'] })).not.toBe(textOfSaid({ aliases: ['b', 'a'] }));
    expect(textOfSaid({ aliases: [] })).not.toBe(textOfSaid({}));
  });
});
