import type { HandlingInput } from '../api/recording-documents.js';
import { handlingInput, missingInHandling, NO_HANDLING, type HandlingDraft } from './handling-draft.js';
import type { Missing } from './missing.js';

/** How the part that tells who or which one it was is handled, beside what it says. */
export interface PartDraft {
  readonly stricter: boolean;
  readonly handling: HandlingDraft;
  /** `2031-05`; empty for the latest month that is allowed. */
  readonly reviewMonth: string;
}

export const PART_AS_RECORD: PartDraft = { stricter: false, handling: NO_HANDLING, reviewMonth: '' };

export function partInput({ stricter, handling, reviewMonth }: PartDraft): { handling?: HandlingInput; reviewMonth?: string } {
  return { ...(stricter && { handling: handlingInput(handling) }), ...(reviewMonth !== '' && { reviewMonth }) };
}

export function missingInPart({ stricter, handling }: PartDraft, path: string): Missing[] {
  return stricter ? missingInHandling(handling, `${path}.handling`) : [];
}
