import { describe, expect, it } from '@jest/globals';
import { CodedError } from '../errors/coded-error.js';
import { jsonLogger } from './json-logger.js';

function logged(act: (log: ReturnType<typeof jsonLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  act(jsonLogger({ process: 'arrests', level: 'info', destination: { write: (line) => { lines.push(line); } } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log of a process', () => {
  it('holds a fault by its kind and place, and nothing of its words', () => {
    const store = Object.assign(new Error('E11000 duplicate key { name: "Tanaka\n    at Hana (x.ts:1:1)" }'), { code: 11000 });
    const [line] = logged((log) => { log.error('A request failed.', { cause: new CodedError('UNAVAILABLE', 'Tanaka', { cause: store }), organisation: 'jp-ncb' }); });
    expect(line).toMatchObject({ level: 'error', process: 'arrests', msg: 'A request failed.', cause: { name: 'CodedError', code: 'UNAVAILABLE', cause: { name: 'Error', code: '11000' } } });
    expect(JSON.stringify(line)).not.toMatch(/Tanaka|Hana|jp-ncb/);
    expect(JSON.stringify(line)).toContain('json-logger.test.ts');
  });

  it('holds one line for a request, without its content', () => {
    const [line] = logged((log) => { log.request('/graphql', { id: 'r-1', path: '/graphql', status: 200, milliseconds: 12.34 }); });
    expect(Object.keys(line ?? {}).toSorted()).toEqual(['level', 'milliseconds', 'msg', 'process', 'request', 'route', 'status', 'time']);
    expect(line).toMatchObject({ request: 'r-1', route: '/graphql', status: 200, milliseconds: 12.3 });
  });
});
