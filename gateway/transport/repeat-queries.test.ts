import { describe, expect, it } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import { testViewer } from '../testing/test-viewer.js';
import { repeatQueries } from './repeat-queries.js';
import type { SubgraphTransport } from './subgraph-transport.js';

const QUERY = { query: '{ a }', operationName: null, variables: undefined, repeatable: true };
const broken = (code: string): Error => Object.assign(new Error('broken'), { code });

/** A subgraph that fails in this way so many times before it answers. */
function failing(times: number, fault: Error): { transport: SubgraphTransport; asked: () => number } {
  let asked = 0;
  const execute = (): Promise<ExecutionResult> => {
    asked += 1;
    return asked <= times ? Promise.reject(fault) : Promise.resolve({ data: { a: 1 } });
  };
  return { transport: repeatQueries({ name: 'arrests', execute, close: () => Promise.resolve() }, { draw: () => 0 }), asked: () => asked };
}

const ask = async (transport: SubgraphTransport, request = QUERY): Promise<ExecutionResult> => await transport.execute(request, { viewer: testViewer() });

describe('a query whose connection broke', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT'])('is asked again: %s', async (code) => {
    expect(await ask(failing(2, broken(code)).transport)).toEqual({ data: { a: 1 } });
  });

  it('is given up after three attempts', async () => {
    const { transport, asked } = failing(9, broken('ECONNREFUSED'));
    await expect(ask(transport)).rejects.toThrow('broken');
    expect(asked()).toBe(3);
  });

  it('is not asked again when the request is over', async () => {
    const { transport, asked } = failing(9, broken('ECONNREFUSED'));
    await expect(transport.execute(QUERY, { viewer: testViewer(), signal: AbortSignal.abort() })).rejects.toThrow();
    expect(asked()).toBe(1);
  });
});

describe('what is asked once', () => {
  it.each([
    ['a mutation', { ...QUERY, repeatable: false }, broken('ECONNRESET')],
    ['what is not said to be a query', { query: '{ a }', operationName: null, variables: undefined }, broken('ECONNRESET')],
    ['a query that was too slow', QUERY, broken('UND_ERR_HEADERS_TIMEOUT')],
    ['a query that was refused', QUERY, new Error('The subgraph answered with HTTP status 401.')],
  ])('is %s', async (_, request, fault) => {
    const { transport, asked } = failing(1, fault);
    await expect(ask(transport, request as typeof QUERY)).rejects.toThrow();
    expect(asked()).toBe(1);
  });
});
