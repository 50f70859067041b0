import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../../shared/reference/code-lists.js';
import { exerciseArrests } from './exercise-arrests.js';
import { exerciseAssets } from './exercise-assets.js';
import { arrestClaims, assetClaims, rescueClaims } from './exercise-claims.js';
import { LAST_INSTANT, REPORTING_INSTANTS } from './exercise-calendar.js';
import { exerciseFigures } from './exercise-figures.js';
import { exerciseGroups } from './exercise-groups.js';
import { exerciseRescues } from './exercise-rescues.js';
import { DEFAULT_ARRESTS, exerciseSize } from './exercise-size.js';
import { EXERCISE_COUNTRIES } from './participants.js';

const size = exerciseSize(DEFAULT_ARRESTS);
const arrests = [...exerciseArrests(size.arrests)];
const rescues = [...exerciseRescues(size.rescues)];
const assets = [...exerciseAssets(size.assets)];
const all = [...arrests, ...rescues, ...assets];
const persons = [...arrests.map(({ input }) => input.suspect), ...rescues.map(({ input }) => input.person)];

/** How often each value occurs. */
function shares(values: readonly (string | null | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value ?? 'none'] = (counts[value ?? 'none'] ?? 0) + 1;
  return counts;
}

describe('EXERCISE MOSAIC in its default size', () => {
  it('has 4,000 arrests, 300 rescues and 6,000 assets in 61 countries', () => {
    expect([arrests.length, rescues.length, assets.length]).toEqual([4_000, 300, 6_000]);
    expect(EXERCISE_COUNTRIES.length).toBe(61);
    expect(new Set(arrests.map(({ input }) => input.country)).size).toBe(61);
    expect(shares(EXERCISE_COUNTRIES.map(({ role }) => role))).toEqual({ LEAD: 2, PARTICIPANT: 55, OBSERVER: 4 });
  });

  it.each([
    ['arrests', arrests, { CLEAR: 400, GREEN: 1_000, AMBER: 1_800, AMBER_STRICT: 500, RED: 300 }],
    ['rescues', rescues, { CLEAR: 29, GREEN: 73, AMBER: 138, AMBER_STRICT: 37, RED: 23 }],
    ['assets', assets, { CLEAR: 600, GREEN: 1_500, AMBER: 2_700, AMBER_STRICT: 750, RED: 450 }],
  ])('handles its %s under every level', (_, contributions, levels) => {
    expect(shares(contributions.map(({ input }) => input.handling.tlp))).toEqual(levels);
  });

  it('uses every handling code', () => {
    expect(shares(all.flatMap(({ input }) => input.handling.codes))).toEqual({ H0: 5_410, H1: 1_545, H2: 773, H3: 1_288 });
  });

  it('handles the suspect as the arrest, or more strictly', () => {
    expect(shares(arrests.map(({ input }) => input.suspect?.handling?.tlp))).toEqual({ GREEN: 452, AMBER: 1_473, AMBER_STRICT: 919, RED: 833, none: 323 });
  });

  it('lets 1,176 records change: corrected, retracted, relabelled, released, recalled, erased', () => {
    expect(shares(all.map(({ later }) => later?.verb))).toEqual({
      none: 9_124, CORRECT: 395, RETRACT: 198, RELABEL: 97, RELEASE: 193, RELEASE_FOR_A_TIME: 97, RELEASE_AND_RECALL: 98, ERASE: 98,
    });
  });

  it('values its assets in four currencies and the coins of two networks', () => {
    expect(shares(assets.map(({ input }) => input.value?.currency ?? input.value?.network))).toEqual({ EUR: 614, JPY: 322, NAD: 155, USD: 2_209, BITCOIN: 500, ETHEREUM: 500, none: 1_700 });
  });

  it('finds them in every state in which an asset is found', () => {
    expect(shares(assets.map(({ input }) => input.custodyState))).toEqual({ FROZEN: 2_200, INTERCEPTED: 400, SEIZED: 3_400 });
  });

  it('knows every role in a group and every state of a victim', () => {
    expect(Object.keys(shares(arrests.map(({ input }) => input.role))).sort()).toEqual([...codesOf('role'), 'none'].sort());
    expect(shares(rescues.map(({ input }) => input.victimState))).toEqual({ FORCED_TO_OFFEND: 180, TRAFFICKED: 90, OTHER: 30 });
  });

  it('reviews some persons at once, who are sealed since', () => {
    const atOnce = persons.filter((person) => person?.reviewMonth != null);
    expect(atOnce.length).toBe(154);
  });

  it('is of offences, arrests and victims in different countries', () => {
    const apart = arrests.filter(({ input }) => !input.countriesOfCommission.includes(input.country) && !input.countriesOfVictims.includes(input.country));
    expect(apart.length).toBeGreaterThan(1_500);
  });

  it('has groups that share out roles over cells in several countries, and arrests in most of those cells', () => {
    const groups = exerciseGroups().map(({ organisation, input }) => ({ code: `${organisation}/${input.reference}`, cells: input.cells }));
    expect(groups).toHaveLength(5);
    expect(groups.filter(({ cells }) => new Set(cells.map(({ country }) => country)).size < 3)).toEqual([]);
    const cells = new Set(groups.flatMap(({ code, cells: of }) => of.map((cell) => `${code}/${cell.code}`)));
    const named = new Set(arrests.flatMap(({ input }) => (input.group == null ? [] : [`${input.group}/${input.cell ?? ''}`])));
    expect([...named].filter((cell) => !cells.has(cell))).toEqual([]);
    expect(named.size).toBeGreaterThan(20);
  });

  it('moves assets, or parts of them, into every state that a custody chain reaches', () => {
    const moves = assets.flatMap(({ custody }) => custody);
    expect(Object.keys(shares(moves.map(({ move }) => move.to))).sort()).toEqual(['DESTROYED', 'FORFEITED', 'FROZEN', 'RECOVERED', 'RELEASED', 'RETURNED', 'SEIZED', 'SOLD']);
    expect(moves.filter(({ move }) => move.amount != null).length).toBeGreaterThan(500);
    expect(moves.filter(({ move }) => move.quantity != null).length).toBeGreaterThan(100);
    expect(moves.filter(({ retractedAt }) => retractedAt !== null).length).toBeGreaterThan(50);
  });

  it('has records that two countries claim as one event, most of them agreed upon', () => {
    const claims = [arrestClaims(arrests), rescueClaims(rescues), assetClaims(assets)];
    expect(claims.map(({ length }) => length)).toEqual([29, 8, 29]);
    expect(shares(claims.flat().map(({ fate }) => fate))).toEqual({ ACCEPTED: 45, WITHDRAWN: 4, UNANSWERED: 10, DECLINED: 7 });
    const references = claims.flat().flatMap(({ proposer, answerer }) => [proposer.reference, answerer.reference]);
    expect(new Set(references).size).toBe(references.length);
    const byReference = new Map<string, (typeof all)[number]>(all.map((contribution) => [contribution.input.reference, contribution]));
    const faulty = claims.flat().filter(({ proposer, answerer, instant }) => {
      const [one, other] = [byReference.get(proposer.reference), byReference.get(answerer.reference)];
      return one === undefined || other === undefined || one.input.country === other.input.country || one.organisation === other.organisation || Math.max(one.instant, other.instant) >= instant;
    });
    expect(faulty).toEqual([]);
  });

  it('holds sources that disagree about the same thing', () => {
    const said = exerciseFigures().map(({ input }) => input).filter(({ measure, countries }) => measure === 'ARRESTS' && countries.length === 0);
    expect(said.map(({ qualifier, value, source }) => [qualifier, value, source?.publisher])).toEqual([
      ['MORE_THAN', '3000', 'Invented Press Office'],
      ['EXACT', '4310', 'Invented Gazette'],
      ['ABOUT', '3900', 'Invented Tokyo Daily'],
    ]);
  });

  it('sends everything after its day, and changes it after it was sent', () => {
    expect(all.filter(({ instant, input }) => (REPORTING_INSTANTS[instant] ?? '') < input.day)).toEqual([]);
    expect(all.filter(({ instant, later }) => later !== null && (later.instant <= instant || later.instant > LAST_INSTANT))).toEqual([]);
  });

  it('says of everybody that nobody is meant', () => {
    const names = persons.flatMap((person) => (person == null ? [] : [person.name, ...person.aliases]));
    const documents = persons.flatMap((person) => person?.documents ?? []);
    expect(names.filter((name) => !name.startsWith('Invented '))).toEqual([]);
    expect(documents.filter(({ number }) => !number.startsWith('INVENTED-'))).toEqual([]);
    const ethereum = assets.flatMap(({ input }) => input.identifiers?.walletAddress ?? []).filter((address) => address.startsWith('0x'));
    expect(ethereum.length).toBeGreaterThan(300);
    expect(ethereum.filter((address) => !/^INVENTED WLT \d{7}$/.test(Buffer.from(address.slice(2), 'hex').toString('ascii')))).toEqual([]);
  });
});

describe('an exercise of any size', () => {
  it('is the same in every run, byte by byte', () => {
    const again = [...exerciseArrests(size.arrests), ...exerciseRescues(size.rescues), ...exerciseAssets(size.assets)];
    expect(JSON.stringify(again)).toBe(JSON.stringify(all));
  });

  it('begins with the records of a smaller one', () => {
    expect([...exerciseArrests(100)]).toEqual(arrests.slice(0, 100));
    expect([...exerciseRescues(20)]).toEqual(rescues.slice(0, 20));
    expect([...exerciseAssets(150)]).toEqual(assets.slice(0, 150));
    const claims = arrestClaims(arrests.slice(0, 1_000));
    expect(claims).toEqual(arrestClaims(arrests).slice(0, claims.length));
  });

  it('keeps the kinds in proportion', () => {
    expect([0, 1, 40, 400].map(exerciseSize)).toEqual([
      { arrests: 0, rescues: 0, assets: 0 },
      { arrests: 1, rescues: 1, assets: 2 },
      { arrests: 40, rescues: 3, assets: 60 },
      { arrests: 400, rescues: 30, assets: 600 },
    ]);
  });
});
