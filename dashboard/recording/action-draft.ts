import type { HandlingInput } from '../api/recording-documents.js';
import { handlingInput, missingInHandling, NO_HANDLING, type HandlingDraft } from './handling-draft.js';
import { unlessDay, unlessStated, type Missing } from './missing.js';

/** What every recording says. Fields are texts as typed, so that nothing is lost before it can be read. */
export interface ActionDraft {
  readonly reference: string;
  readonly operation: string;
  readonly agency: string;
  readonly country: string;
  readonly day: string;
  readonly handling: HandlingDraft;
}

export const NO_ACTION: ActionDraft = { reference: '', operation: '', agency: '', country: '', day: '', handling: NO_HANDLING };

interface ActionInput {
  readonly reference: string;
  readonly operation?: string;
  readonly agency?: string;
  readonly country: string;
  readonly day: string;
  readonly handling: HandlingInput;
}

export function actionInput({ reference, operation, agency, country, day, handling }: ActionDraft): ActionInput {
  return { reference: reference.trim(), ...stated({ operation, agency }), country, day, handling: handlingInput(handling) };
}

export function missingInAction({ reference, country, day, handling }: ActionDraft): Missing[] {
  return [
    ...unlessStated(reference, 'reference', 'missing.reference'),
    ...unlessStated(country, 'country', 'missing.country'),
    ...unlessDay(day, 'day'),
    ...missingInHandling(handling, 'handling'),
  ];
}

/** A new record begins where the one before was made; what tells them apart is asked anew. */
export function nextAction({ operation, agency, country, day, handling }: ActionDraft): ActionDraft {
  return { reference: '', operation, agency, country, day, handling };
}

/** What was left empty is left out. */
export function stated<Field extends string>(fields: Readonly<Record<Field, string>>): Partial<Record<Field, string>> {
  return Object.fromEntries(Object.entries<string>(fields).filter(([, value]) => value.trim() !== '')) as Partial<Record<Field, string>>;
}
