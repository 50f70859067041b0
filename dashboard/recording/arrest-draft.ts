import type { RecordArrestInput } from '../api/recording-documents.js';
import { actionInput, missingInAction, nextAction, NO_ACTION, stated, type ActionDraft } from './action-draft.js';
import { unlessStated, type Missing } from './missing.js';
import { missingInPerson, NO_PERSON, personInput, type PersonDraft } from './person-draft.js';

export interface ArrestDraft extends ActionDraft {
  readonly countriesOfCommission: readonly string[];
  readonly countriesOfVictims: readonly string[];
  readonly crimeType: string;
  readonly furtherCrimeTypes: readonly string[];
  readonly methods: readonly string[];
  readonly contactModes: readonly string[];
  readonly role: string;
  readonly source: string;
  readonly information: string;
  /** Whether anything of who it is shall be recorded. */
  readonly known: boolean;
  readonly suspect: PersonDraft;
}

export const NO_ARREST: ArrestDraft = {
  ...NO_ACTION,
  countriesOfCommission: [], countriesOfVictims: [], crimeType: '', furtherCrimeTypes: [], methods: [], contactModes: [],
  role: '', source: '', information: '', known: false, suspect: NO_PERSON,
};

export function arrestInput(draft: ArrestDraft): RecordArrestInput {
  const { countriesOfCommission, countriesOfVictims, crimeType, furtherCrimeTypes, methods, contactModes, role, source, information } = draft;
  return {
    ...actionInput(draft),
    countriesOfCommission: [...countriesOfCommission],
    countriesOfVictims: [...countriesOfVictims],
    crimeType,
    furtherCrimeTypes: [...furtherCrimeTypes],
    methods: [...methods],
    contactModes: [...contactModes],
    ...stated({ role }),
    ...((source !== '' || information !== '') && { evaluation: { source, information } }),
    ...(draft.known && { suspect: personInput(draft.suspect) }),
  };
}

export function missingInArrest(draft: ArrestDraft): Missing[] {
  const evaluated = draft.source !== '' || draft.information !== '';
  return [
    ...missingInAction(draft),
    ...unlessStated(draft.crimeType, 'crimeType', 'missing.crimeType'),
    ...(evaluated ? unlessStated(draft.source, 'evaluation.source', 'missing.source') : []),
    ...(evaluated ? unlessStated(draft.information, 'evaluation.information', 'missing.information') : []),
    ...(draft.known ? missingInPerson(draft.suspect, 'suspect') : []),
  ];
}

export function nextArrest(draft: ArrestDraft): ArrestDraft {
  return { ...NO_ARREST, ...nextAction(draft), crimeType: draft.crimeType };
}
