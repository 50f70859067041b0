import { describe, expect, it } from '@jest/globals';
import { arrestInput, missingInArrest, nextArrest, NO_ARREST } from './arrest-draft.js';
import { assetInput, missingInAsset, NO_ASSET } from './asset-draft.js';
import { NO_PERSON } from './person-draft.js';
import { missingInRescue, NO_RESCUE, rescueInput } from './rescue-draft.js';

const HANDLING = { tlp: 'AMBER', codes: [], restriction: '', recipients: [] } as const;
const ACTION = { reference: 'R-1', operation: '', agency: '', country: 'JP', day: '2026-05-31', handling: HANDLING };

describe('a form that was filled in', () => {
  it('sends an arrest with what was stated, and leaves out what was not', () => {
    expect(arrestInput({ ...NO_ARREST, ...ACTION, crimeType: 'PHISHING', suspect: { ...NO_PERSON, name: 'typed, then left out' } })).toEqual({
      reference: 'R-1', country: 'JP', day: '2026-05-31', handling: { tlp: 'AMBER', codes: [], recipients: [] },
      countriesOfCommission: [], countriesOfVictims: [], crimeType: 'PHISHING', furtherCrimeTypes: [], methods: [], contactModes: [],
    });
  });

  it('sends a person with documents, one alias a line, and a handling of its own', () => {
    const suspect = {
      ...NO_PERSON, name: ' Invented ', aliases: 'One\n\n Two ', documents: [{ type: 'PASSPORT', country: '', number: 'X1' }],
      stricter: true, handling: { ...HANDLING, tlp: 'RED', codes: ['H3'], restriction: 'Only you', recipients: [{ organisation: 'sg-ncb', subject: '' }] } as const,
    };
    expect(arrestInput({ ...NO_ARREST, ...ACTION, known: true, suspect }).suspect).toEqual({
      name: 'Invented', aliases: ['One', 'Two'], nationalities: [], documents: [{ type: 'PASSPORT', number: 'X1' }],
      handling: { tlp: 'RED', codes: ['H3'], restriction: 'Only you', recipients: [{ organisation: 'sg-ncb' }] },
    });
  });

  it('sends a restriction only with its code, so that a hidden field says nothing', () => {
    const handling = { ...HANDLING, restriction: 'typed, then H3 taken out' };
    expect(rescueInput({ ...NO_RESCUE, ...ACTION, handling, victimState: 'TRAFFICKED' }).handling).not.toHaveProperty('restriction');
  });

  it.each([
    ['currency:JPY', { amount: '1250.50', currency: 'JPY' }],
    ['network:BITCOIN', { amount: '1250.50', network: 'BITCOIN' }],
  ])('sends a value in exactly one unit: %s', (unit, value) => {
    expect(assetInput({ ...NO_ASSET, ...ACTION, kind: 'WALLET', custodyState: 'FROZEN', amount: ' 1250.50 ', unit }).value).toEqual(value);
  });

  it('begins a further record where the one before was made, without who it was', () => {
    const further = nextArrest({ ...NO_ARREST, ...ACTION, crimeType: 'PHISHING', known: true, suspect: { ...NO_PERSON, name: 'Invented' } });
    expect(further).toEqual({ ...NO_ARREST, ...ACTION, reference: '', crimeType: 'PHISHING' });
  });
});

describe('a form that was not', () => {
  const paths = (missing: readonly { readonly path: string }[]): string[] => missing.map(({ path }) => path);

  it('names every field that is missing, and chooses no handling for anybody', () => {
    expect(paths(missingInArrest(NO_ARREST))).toEqual(['reference', 'country', 'day', 'handling.tlp', 'crimeType']);
    expect(paths(missingInRescue(NO_RESCUE))).toEqual(['reference', 'country', 'day', 'handling.tlp', 'victimState']);
    expect(paths(missingInAsset(NO_ASSET))).toEqual(['reference', 'country', 'day', 'handling.tlp', 'kind', 'custodyState']);
  });

  it('asks for both halves of an evaluation and of a value', () => {
    expect(paths(missingInArrest({ ...NO_ARREST, ...ACTION, crimeType: 'PHISHING', source: 'A' }))).toEqual(['evaluation.information']);
    const asset = { ...NO_ASSET, ...ACTION, kind: 'PHONE', custodyState: 'SEIZED' };
    expect(paths(missingInAsset({ ...asset, amount: '5' }))).toEqual(['value.currency']);
    expect(paths(missingInAsset({ ...asset, unit: 'currency:JPY' }))).toEqual(['value.amount']);
  });

  it.each(['1,250', '1e3', '1.2.3', '01', '-', ''])('takes "%s" for no quantity', (quantity) => {
    expect(paths(missingInAsset({ ...NO_ASSET, ...ACTION, kind: 'PHONE', custodyState: 'SEIZED', quantity }))).toEqual(['quantity']);
  });

  it('names the line of the recipient and the field of the document', () => {
    const handling = { ...HANDLING, recipients: [{ organisation: 'sg-ncb', subject: '' }, { organisation: '', subject: 'x|y' }] };
    const person = { ...NO_PERSON, name: 'Invented', documents: [{ type: '', country: '', number: 'X1' }] };
    expect(paths(missingInRescue({ ...NO_RESCUE, ...ACTION, handling, victimState: 'OTHER', known: true, person }))).toEqual([
      'handling.recipients[1].organisation', 'person.documents[0].type',
    ]);
  });
});
