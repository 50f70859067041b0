import { describe, expect, it } from '@jest/globals';
import type { Deployment } from './deployment.js';
import { ask, eventually } from './officer.js';

const WHO = '{ viewer { organisation { code } } }';
const WINDHOEK = { viewer: { organisation: { code: 'na-ncb' } } };

/** Tokens of a real OpenID provider. */
export function signInStories(current: () => Deployment): void {
  describe('a sign-in service that changes its keys', () => {
    it('is believed under the new ones at once, and under the old ones soon no more', async () => {
      const deployment = current();
      const before = await deployment.tokenFor('windhoek');
      await eventually(() => ask(deployment, before, WHO), ({ status }) => status === 200);

      await deployment.signIn.rotateKeys();
      const after = await deployment.tokenFor('windhoek');
      await eventually(() => ask(deployment, after, WHO), ({ status }) => status === 200);
      const refused = await eventually(() => ask(deployment, before, WHO), ({ status }) => status !== 200);
      expect([refused.status, refused.json.errors?.[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect((await ask(deployment, after, WHO)).json.data).toEqual(WINDHOEK);
    });

    it('is believed about no token that was made for somebody else', async () => {
      const { status } = await ask(current(), await current().signIn.tokenFor('windhoek', 'urn:another:service'), WHO);
      expect(status).toBe(401);
    });
  });
}
