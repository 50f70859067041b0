import { allCountries, findCountry, type CountryRecord } from '../../../shared/reference/countries.js';
import { assertViewer, type Viewer } from '../../../shared/viewer/viewer.js';

/** A public register: everybody who is authenticated reads all of it, and nobody else anything. */
export class CountryStore {
  find(viewer: Viewer, code: string): CountryRecord | null {
    assertViewer(viewer);
    return findCountry(code.toUpperCase()) ?? null;
  }

  /** Countries whose code or name holds the text, ordered by code. */
  list(viewer: Viewer, search: string | null): CountryRecord[] {
    assertViewer(viewer);
    const wanted = search?.trim().toLocaleLowerCase('en') ?? '';
    return allCountries().filter(({ code, iso3, name }) => [code, iso3, name].some((text) => text.toLocaleLowerCase('en').includes(wanted)));
  }
}
