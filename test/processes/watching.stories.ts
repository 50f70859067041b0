import { describe, expect, it } from '@jest/globals';
import type { Deployment } from './deployment.js';
import { ask } from './officer.js';

/** What operators see, which must not be what records say or who reads them. */
const CONTENT = /na-ncb|sg-ncb|interpol|mosaic|VOICE_PHISHING|SUPPORT_INVESTIGATION|CASE-1|\b[AKPD]-(?:first|second|\d)|arrests\(|assetTally|windhoek|singapore|secretariat/i;

export function watchingStories(current: () => Deployment): void {
  describe('operators', () => {
    it('see numbers of every process, and nothing of records, organisations or questions in them', async () => {
      // The stories before ask of operations and records; of an address nobody has asked yet.
      const token = await current().tokenFor('windhoek');
      const { json } = await ask(current(), token, '{ address(network: "BITCOIN", address: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa") { tags { edges { node { id } } } } }');
      expect(json.data).toEqual({ address: { tags: { edges: [] } } });
      for (const { adminUrl } of current().processes()) {
        const text = await (await fetch(`${adminUrl}/metrics`)).text();
        expect(text).toMatch(/^tessera_directory_age_seconds [\d.]+$/m);
        expect(text).toMatch(/^tessera_http_request_seconds_count\{route="\/graphql",status="200"\} [1-9]/m);
        expect(text).not.toMatch(CONTENT);
      }
    });

    it('read one line for each request, in JSON, without its content, and can follow one through the processes', () => {
      const lines = current().processes().flatMap((running) => running.log().trim().split('\n'));
      const logged = lines.map((line) => JSON.parse(line) as { readonly process: string; readonly msg: string; readonly request?: string });
      expect(lines.filter((line) => CONTENT.test(line))).toEqual([]);
      const answered = logged.filter(({ msg }) => msg === 'answered');
      expect(answered.length).toBeGreaterThan(100);
      const atGateway = new Set(answered.filter(({ process: name }) => name === 'gateway').map(({ request }) => request));
      expect(answered.some(({ process: name, request }) => name === 'arrests' && atGateway.has(request))).toBe(true);
    });

    it('are told that a process lives and whether it is ready', async () => {
      for (const { adminUrl } of current().processes()) {
        const [live, ready] = await Promise.all(['live', 'ready'].map((path) => fetch(`${adminUrl}/health/${path}`)));
        expect([live?.status, ready?.status]).toEqual([200, 200]);
      }
    });
  });
}
