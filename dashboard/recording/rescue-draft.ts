import type { RecordRescueInput } from '../api/recording-documents.js';
import { actionInput, missingInAction, nextAction, NO_ACTION, type ActionDraft } from './action-draft.js';
import { unlessStated, type Missing } from './missing.js';
import { missingInPerson, NO_PERSON, personInput, type PersonDraft } from './person-draft.js';

export interface RescueDraft extends ActionDraft {
  readonly victimState: string;
  readonly known: boolean;
  readonly person: PersonDraft;
}

export const NO_RESCUE: RescueDraft = { ...NO_ACTION, victimState: '', known: false, person: NO_PERSON };

export function rescueInput(draft: RescueDraft): RecordRescueInput {
  return { ...actionInput(draft), victimState: draft.victimState, ...(draft.known && { person: personInput(draft.person) }) };
}

export function missingInRescue(draft: RescueDraft): Missing[] {
  return [
    ...missingInAction(draft),
    ...unlessStated(draft.victimState, 'victimState', 'missing.victimState'),
    ...(draft.known ? missingInPerson(draft.person, 'person') : []),
  ];
}

export function nextRescue(draft: RescueDraft): RescueDraft {
  return { ...NO_RESCUE, ...nextAction(draft) };
}
