import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask } from '../../shared/testing/ask.js';
import { change } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, arrestOf, openJourney, signedIn, tokyosOperation, WITHOUT_PURPOSE } from './journey.js';

const tokyo = signedIn('liaison-jp');
const windhoek = signedIn('liaison-na');

let exchange: TestExchange;
let amber: string;
let green: string;

beforeAll(async () => {
  exchange = await openJourney();
  const operation = { ...tokyosOperation('harbour'), participants: [{ organisation: 'jp-ncb' }, { organisation: 'na-ncb' }] };
  await change(exchange, signedIn('coordinator'), 'registerOperation', operation);
  amber = (await change(exchange, windhoek, 'recordArrest', arrestOf('interpol/harbour', 'E-1', { handling: { tlp: 'AMBER' } }))).id;
  green = (await change(exchange, windhoek, 'recordArrest', arrestOf('interpol/harbour', 'E-2'))).id;
});
afterAll(() => exchange.close());

const disclosed = z.object({
  arrestDisclosures: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          reader: z.object({ code: z.string() }).nullable(),
          subject: z.string(),
          purpose: z.object({ code: z.string() }).nullable(),
          caseReference: z.string().nullable(),
          recordIds: z.array(z.string()),
          counted: z.number(),
        }),
      }),
    ),
  }),
});

/** What Windhoek's auditor is told, the latest first. */
async function disclosures(): Promise<z.infer<typeof disclosed>['arrestDisclosures']['edges'][number]['node'][]> {
  const data = await answered(exchange, windhoek, '{ arrestDisclosures(first: 100) { edges { node { reader { code } subject purpose { code } caseReference recordIds counted } } } }');
  return disclosed.parse(data).arrestDisclosures.edges.map(({ node }) => node);
}

const byTokyo = { reader: { code: 'jp-ncb' }, subject: 'liaison-jp', purpose: { code: 'SUPPORT_INVESTIGATION' }, caseReference: 'CASE-1' };

describe("reading another organisation's AMBER record", () => {
  it('is listed for the auditor of its owner: who, which, for what purpose and in which case', async () => {
    await answered(exchange, tokyo, 'query ($id: ID!) { arrest(id: $id) { day } }', { id: amber });
    expect(await disclosures()).toEqual([{ ...byTokyo, recordIds: [amber], counted: 0 }]);
  });

  it('in a list and in a tally is listed too', async () => {
    await answered(exchange, tokyo, '{ arrests { edges { node { day } } } }');
    expect((await disclosures())[0]).toEqual({ ...byTokyo, recordIds: [amber], counted: 0 });
    await answered(exchange, tokyo, '{ operation(code: "interpol/harbour") { arrestTally { count } } }');
    expect((await disclosures())[0]).toEqual({ ...byTokyo, recordIds: [], counted: 1 });
    expect(await disclosures()).toHaveLength(3);
  });

  it('without a purpose there is nothing to read, and nothing is listed', async () => {
    const query = 'query ($id: ID!) { arrest(id: $id) { day } arrests { edges { node { id } } } operation(code: "interpol/harbour") { arrestTally { count } } }';
    expect(await answered(exchange, signedIn('liaison-jp', WITHOUT_PURPOSE), query, { id: amber })).toEqual({
      arrest: null,
      arrests: { edges: [{ node: { id: green } }] },
      operation: { arrestTally: { count: 1 } },
    });
    expect(await disclosures()).toHaveLength(3);
  });

  it('is not listed where nobody was shown anything: its owner reading its own, others reading GREEN', async () => {
    await answered(exchange, windhoek, '{ arrests { edges { node { day } } } }');
    await answered(exchange, signedIn('liaison-outside'), '{ arrests { edges { node { day } } } }');
    await answered(exchange, tokyo, 'query ($id: ID!) { arrest(id: $id) { day } }', { id: green });
    expect(await disclosures()).toHaveLength(3);
  });

  it('is listed for no other organisation, and for nobody without the role of an auditor', async () => {
    const query = '{ arrestDisclosures { edges { node { subject } } } }';
    expect(await answered(exchange, tokyo, query)).toEqual({ arrestDisclosures: { edges: [] } });
    expect(await ask(exchange, signedIn('police-tokyo'), query)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
