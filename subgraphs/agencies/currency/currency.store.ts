import { allCurrencies, findCurrency, type CurrencyRecord } from '../../../shared/reference/currencies.js';
import { assertViewer, type Viewer } from '../../../shared/viewer/viewer.js';

/** A public register: everybody who is authenticated reads all of it, and nobody else anything. */
export class CurrencyStore {
  find(viewer: Viewer, code: string): CurrencyRecord | null {
    assertViewer(viewer);
    return findCurrency(code.toUpperCase()) ?? null;
  }

  list(viewer: Viewer): CurrencyRecord[] {
    assertViewer(viewer);
    return allCurrencies();
  }
}
