import { describe, expect, it } from '@jest/globals';
import { signForwardedViewer } from '../../shared/viewer/forwarded-viewer.js';
import type { Deployment } from './deployment.js';
import { arrestInput, ask, claimsOf, eventually, references } from './officer.js';
import { beginRequest } from './request-in-flight.js';
import { writeUntil } from './writers.js';

/** SIGTERM, as whoever replaces a process sends it. */
export function stoppingStories(current: () => Deployment): void {
  describe('a subgraph that is told to stop', () => {
    it('finishes what it has begun, and ends with 0', async () => {
      const deployment = current();
      const stopping = deployment.subgraph('arrests');
      const { query, variables } = arrestInput('T-1');
      const body = JSON.stringify({ query, variables });
      const token = signForwardedViewer(claimsOf('na-ncb'), deployment.forwardingKey('arrests'), { audience: 'arrests', body, now: Date.now() });
      const inFlight = await beginRequest(deployment.subgraphUrl('arrests'), { 'tessera-viewer': token }, body);
      stopping.signal('SIGTERM');
      await eventually(() => fetch(deployment.subgraphUrl('arrests')).then(() => true, () => false), (listens) => !listens);
      expect((await fetch(`${stopping.adminUrl}/health/ready`)).status).toBe(503);
      const { status, text } = await inFlight.finish();
      expect([status, text]).toEqual([200, expect.stringContaining('ArrestAccepted')]);
      expect(await stopping.ended).toBe(0);
      await deployment.restart('arrests');
      expect(await references(deployment, await deployment.tokenFor('windhoek'))).toContain('T-1');
    });

    it('loses nothing under load: what was not acknowledged is told to be unknown, and repeats are harmless', async () => {
      const deployment = current();
      const token = await deployment.tokenFor('windhoek');
      const writers = writeUntil('L', 4, (query, variables) => ask(deployment, token, query, variables));
      await eventually(() => Promise.resolve(writers.acknowledged.length), (count) => count >= 20);
      deployment.subgraph('arrests').signal('SIGTERM');
      expect(await deployment.subgraph('arrests').ended).toBe(0);
      await deployment.restart('arrests');
      const before = writers.acknowledged.length;
      await eventually(() => Promise.resolve(writers.acknowledged.length), (count) => count >= before + 20);
      await writers.stop();
      const found = new Set(await references(deployment, token));
      expect(writers.acknowledged.filter((reference) => !found.has(reference))).toEqual([]);
    });
  });

  describe('a gateway that is told to stop', () => {
    it('finishes what it has begun, and ends with 0', async () => {
      const deployment = current();
      const { query, variables } = arrestInput('T-2');
      const inFlight = await beginRequest(deployment.gatewayUrl, { authorization: `Bearer ${await deployment.tokenFor('windhoek')}` }, JSON.stringify({ query, variables }));
      deployment.gateway.signal('SIGTERM');
      await eventually(() => fetch(`${deployment.gatewayUrl}/health`).then(() => true, () => false), (listens) => !listens);
      const { status, text } = await inFlight.finish();
      expect([status, text]).toEqual([200, expect.stringContaining('ArrestAccepted')]);
      expect(await deployment.gateway.ended).toBe(0);
    });
  });

  describe('a subgraph that is told to stop when nobody asks it', () => {
    it('ends at once, with 0', async () => {
      current().subgraph('operations').signal('SIGTERM');
      expect(await current().subgraph('operations').ended).toBe(0);
    });
  });
}
