import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ArrestContribution } from '../../seed/exercise/exercise-arrests.js';
import { exerciseArrests } from '../../seed/exercise/exercise-arrests.js';
import { exerciseAssets } from '../../seed/exercise/exercise-assets.js';
import { arrestClaims, assetClaims, rescueClaims } from '../../seed/exercise/exercise-claims.js';
import { EXERCISE_CODE } from '../../seed/exercise/exercise-operation.js';
import { exerciseRescues } from '../../seed/exercise/exercise-rescues.js';
import { exerciseSize } from '../../seed/exercise/exercise-size.js';
import { playExercise } from '../../seed/exercise/play-exercise.js';
import { confidantOf } from '../../seed/exercise/recorder.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { answered, openPlayedExercise, signedIn } from './journey.js';

const ARRESTS = 240;
const contributions = [...exerciseArrests(ARRESTS)];
let exchange: TestExchange;
beforeAll(async () => { exchange = await openPlayedExercise(ARRESTS); });
afterAll(() => exchange.close());

const arrests = z.object({
  arrests: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          reference: z.string(),
          recordedAt: z.string(),
          day: z.string(),
          originator: z.object({ code: z.string() }),
          suspect: z.object({ name: z.string() }).nullable(),
          withheld: z.array(z.object({ reason: z.string() })),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
type Arrest = z.infer<typeof arrests>['arrests']['edges'][number]['node'];

async function arrestsOf(name: string): Promise<Arrest[]> {
  const query = `query ($after: String) { arrests(first: 100, after: $after) { edges { node {
    reference recordedAt day originator { code } suspect { name } withheld { reason } } } pageInfo { hasNextPage endCursor } } }`;
  const found: Arrest[] = [];
  for (let after: string | null = null; ; ) {
    const page: z.infer<typeof arrests>['arrests'] = arrests.parse(await answered(exchange, signedIn(name), query, { after })).arrests;
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

interface Reader {
  readonly organisation: string;
  readonly takesPart: boolean;
  readonly authority: boolean;
  readonly underAmber?: true;
}

const READERS: Readonly<Record<string, Reader>> = {
  'liaison-jp': { organisation: 'jp-ncb', takesPart: true, authority: true },
  'police-tokyo': { organisation: 'jp-tokyo', takesPart: true, authority: true },
  'liaison-na': { organisation: 'na-ncb', takesPart: true, authority: true },
  'liaison-outside': { organisation: 'fi-ncb', takesPart: false, authority: true },
  coordinator: { organisation: 'interpol', takesPart: true, authority: true },
  'analyst-jp': { organisation: 'jp-ncb', takesPart: true, authority: true, underAmber: true },
  'bank-jp': { organisation: 'jp-bank', takesPart: false, authority: false },
};

/** Who reads an arrest of the exercise afterwards, said by hand: all these readers took part from the beginning. */
function reads({ organisation, takesPart, authority, underAmber }: Reader, { organisation: originator, input, later }: ArrestContribution): boolean {
  if (later?.verb === 'RETRACT' || later?.verb === 'ERASE') return false;
  const { tlp, recipients } = later?.verb === 'RELABEL' ? { tlp: 'AMBER', recipients: [] } : input.handling;
  const strict = tlp === 'AMBER_STRICT' || tlp === 'RED';
  if (underAmber && strict) return false;
  if (organisation === originator || recipients.some((named) => named.organisation === organisation)) return true;
  if (later?.verb === 'RELEASE' && confidantOf(originator, Number(input.reference.slice(-5))) === organisation) return true;
  if (strict) return false;
  if (tlp === 'AMBER') return takesPart;
  return tlp === 'CLEAR' || authority;
}

describe('EXERCISE MOSAIC, some weeks after it', () => {
  it.each(Object.entries(READERS))('%s reads what its handling, releases and recalls leave to it', async (name, reader) => {
    const expected = contributions.filter((contribution) => reads(reader, contribution)).map(({ input }) => input.reference);
    expect((await arrestsOf(name)).map(({ reference }) => reference).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(20);
  });

  it('was recorded in its own time, week by week, each record after its day', async () => {
    const found = await arrestsOf('liaison-jp');
    expect(found.filter(({ recordedAt, day }) => recordedAt < day)).toEqual([]);
    expect(found.filter(({ recordedAt }) => recordedAt < '2025-09-05' || recordedAt > '2026-05-02')).toEqual([]);
    expect(new Set(found.map(({ recordedAt }) => recordedAt)).size).toBeGreaterThan(25);
  });

  it('has suspects that are sealed since, and others that are withheld as stricter', async () => {
    const found = await arrestsOf('liaison-jp');
    const reasons = new Set(found.flatMap(({ withheld }) => withheld.map(({ reason }) => reason)));
    expect(reasons).toEqual(new Set(['SEALED', 'STRICTER_HANDLING']));
    const ownSealed = contributions.filter(({ organisation, input, later }) => organisation === 'jp-ncb' && input.suspect?.reviewMonth != null && later === null);
    const shown = found.filter(({ originator, suspect }) => originator.code === 'jp-ncb' && suspect !== null).map(({ reference }) => reference);
    expect(shown).toEqual(expect.arrayContaining(ownSealed.map(({ input }) => input.reference)));
  });

  it('names 61 countries, who joined later and who left', async () => {
    const query = `{ operation(code: "${EXERCISE_CODE}") { mentions { code } participations(first: 100) { edges { node { organisation { code } founding endedAt } } } } }`;
    const { operation } = z
      .object({
        operation: z.object({
          mentions: z.array(z.unknown()),
          participations: z.object({
            edges: z.array(z.object({ node: z.object({ organisation: z.object({ code: z.string() }), founding: z.boolean(), endedAt: z.string().nullable() }) })),
          }),
        }),
      })
      .parse(await answered(exchange, signedIn('liaison-jp'), query));
    expect(operation.mentions).toHaveLength(61);
    const participations = operation.participations.edges.map(({ node }) => node);
    expect(participations).toHaveLength(62);
    expect(participations.filter(({ founding }) => !founding).map(({ organisation }) => organisation.code)).toEqual(['kz-ncb', 'pe-ncb']);
    expect(participations.filter(({ endedAt }) => endedAt !== null).map(({ organisation }) => organisation.code)).toEqual(['lu-ncb']);
  });

  it('has phases, groups whose members were arrested, and assets of which parts have moved', async () => {
    const query = `{ operation(code: "${EXERCISE_CODE}") {
      phases { name }
      criminalGroups(first: 10) { edges { node { members(first: 1, cell: "calling") { edges { node { id } } } } } }
      assets(first: 100, filter: { dayTo: "2025-12-31" }) { edges { node { kind { code } holdings { custodyState { code } } custodyChain { retractedAt } } } } } }`;
    const { operation } = z
      .object({
        operation: z.object({
          phases: z.array(z.unknown()),
          criminalGroups: z.object({
            edges: z.array(z.object({ node: z.object({ members: z.object({ edges: z.array(z.unknown()) }) }) })),
          }),
          assets: z.object({
            edges: z.array(z.object({ node: z.object({ holdings: z.array(z.unknown()), custodyChain: z.array(z.object({ retractedAt: z.string().nullable() })) }) })),
          }),
        }),
      })
      .parse(await answered(exchange, signedIn('liaison-jp'), query));
    expect(operation.phases).toHaveLength(5);
    expect(operation.criminalGroups.edges).toHaveLength(5);
    expect(operation.criminalGroups.edges.filter(({ node }) => node.members.edges.length > 0).length).toBeGreaterThan(2);
    const assets = operation.assets.edges.map(({ node }) => node);
    expect(assets.filter(({ custodyChain }) => custodyChain.length > 1).length).toBeGreaterThan(3);
    expect(assets.filter(({ holdings }) => holdings.length > 1).length).toBeGreaterThan(3);
  });

  it('counts each event once of which two countries agree that both hold it', async () => {
    const query = `{ operation(code: "${EXERCISE_CODE}") { arrestTally { count countedOnce } rescueTally { count countedOnce } assetTally { count countedOnce } } }`;
    const tally = z.object({ count: z.number(), countedOnce: z.number() });
    const { operation } = z.object({ operation: z.object({ arrestTally: tally, rescueTally: tally, assetTally: tally }) }).parse(await answered(exchange, signedIn('liaison-jp'), query));
    const { arrests: of, rescues, assets } = exerciseSize(ARRESTS);
    const claims = [arrestClaims(exerciseArrests(of)), rescueClaims(exerciseRescues(rescues)), assetClaims(exerciseAssets(assets))];
    const agreed = claims.map((made) => made.filter(({ fate }) => fate === 'ACCEPTED').length);
    expect(Object.values(operation).map(({ count, countedOnce }) => count - countedOnce)).toEqual(agreed);
    expect(agreed.reduce((sum, made) => sum + made)).toBeGreaterThan(1);
  });

  it('changes nothing when it is played again', async () => {
    const before = await arrestsOf('liaison-jp');
    const { clock } = exchange;
    await playExercise(exchange.exchange, clock, exerciseSize(ARRESTS));
    clock.set('2026-06-15T09:00:00Z');
    await exchange.exchange.directory.refresh();
    expect(await arrestsOf('liaison-jp')).toEqual(before);
  });
});
