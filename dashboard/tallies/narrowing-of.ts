import type { TallyKey } from '../api/tally-documents.js';
import { NOT_RECORDED, type Narrowing } from '../address/narrowing.js';

/** To what the list behind a row is narrowed. Rows over several operations or months of years are not shown here. */
export function narrowingOf({ dimension, value }: TallyKey): Partial<Narrowing> {
  switch (dimension) {
    case 'COUNTRY':
      return { country: value };
    case 'MONTH':
      return { month: value };
    case 'CRIME_TYPE':
      return { crimeType: value };
    case 'ROLE':
      return { role: value ?? NOT_RECORDED };
    case 'VICTIM_STATE':
      return { victimState: value };
    case 'ASSET_KIND':
      return { kind: value };
    case 'CUSTODY_STATE':
      return { custodyState: value };
    case 'OPERATION':
    case 'QUARTER':
    case 'YEAR':
      throw new Error(`No list is narrowed by ${dimension}.`);
  }
}
