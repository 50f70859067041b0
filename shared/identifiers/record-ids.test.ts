import { describe, expect, it } from '@jest/globals';
import { RecordIds } from './record-ids.js';

const ids = new RecordIds(Buffer.alloc(32, 1));

describe('RecordIds', () => {
  it('gives the same id on every repeat, of 128 bits', () => {
    expect(ids.of('jp-ncb', 'arrests', 'A-1')).toBe(ids.of('jp-ncb', 'arrests', 'A-1'));
    expect(Buffer.from(ids.of('jp-ncb', 'arrests', 'A-1'), 'base64url')).toHaveLength(16);
  });

  it('gives another id for every other originator, kind, reference and deployment', () => {
    const all = [
      ids.of('jp-ncb', 'arrests', 'A-1'), ids.of('na-ncb', 'arrests', 'A-1'), ids.of('jp-ncb', 'rescues', 'A-1'), ids.of('jp-ncb', 'arrests', 'A-2'),
      // Parts must not run into each other.
      ids.of('jp-ncb', 'arrestsA', '-1'), ids.of('jp-ncbarrests', '', 'A-1'), ids.of('jp-ncb","arrests', 'A-1', ''),
      new RecordIds(Buffer.alloc(32, 2)).of('jp-ncb', 'arrests', 'A-1'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('gives a version that changes with each part seen, and tells a part not seen from its first version', () => {
    const versions = [[1, 1], [2, 1], [1, 2], [1, null], [1]].map((parts) => ids.version('record', parts));
    expect(new Set(versions).size).toBe(versions.length);
    expect(ids.version('record', [1, 1])).not.toBe(ids.version('another', [1, 1]));
    expect(ids.version('record', [1, 1])).not.toContain(ids.of('record', '1', '1').slice(0, 8));
  });

  it('refuses a key that could be guessed', () => {
    expect(() => new RecordIds(Buffer.alloc(31, 1))).toThrow(RangeError);
  });
});
