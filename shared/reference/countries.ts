import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface CountryRecord {
  readonly code: string;
  readonly iso3: string;
  /** Three digits. */
  readonly numeric: string;
  readonly name: string;
  readonly nameFr: string;
  readonly nameEs: string;
  readonly nameAr: string;
  readonly nameZh: string;
  readonly nameRu: string;
  readonly region: string | null;
  readonly subRegion: string | null;
  readonly currency: string | null;
  readonly interpolMember: boolean;
  readonly subBureau: boolean;
}

const read = (name: string): string => readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
const codeOnly = z.object({ iso2: z.string().length(2) });
const members = new Set(z.object({ members: z.array(codeOnly) }).parse(JSON.parse(read('interpol-members.json'))).members.map(({ iso2 }) => iso2));
const subBureaus = new Set(
  z.object({ subBureaus: z.array(codeOnly) }).parse(JSON.parse(read('interpol-sub-bureaus.json'))).subBureaus.map(({ iso2 }) => iso2),
);

const row = z.object({
  'ISO3166-1-Alpha-2': z.string().length(2),
  'ISO3166-1-Alpha-3': z.string().length(3),
  'ISO3166-1-numeric': z.string(),
  official_name_en: z.string(),
  official_name_fr: z.string(),
  official_name_es: z.string(),
  official_name_ar: z.string(),
  official_name_cn: z.string(),
  official_name_ru: z.string(),
  'CLDR display name': z.string(),
  'Region Name': z.string(),
  'Sub-region Name': z.string(),
  'ISO4217-currency_alphabetic_code': z.string(),
});

const countries = new Map(
  z
    .array(row)
    .parse(parse(read('iso3166-countries.csv'), { columns: true, bom: true }))
    .map((cells): CountryRecord => {
      const code = cells['ISO3166-1-Alpha-2'];
      const name = cells['CLDR display name'] || cells.official_name_en;
      return {
        code,
        iso3: cells['ISO3166-1-Alpha-3'],
        numeric: cells['ISO3166-1-numeric'].padStart(3, '0'),
        name,
        nameFr: cells.official_name_fr || name,
        nameEs: cells.official_name_es || name,
        nameAr: cells.official_name_ar || name,
        nameZh: cells.official_name_cn || name,
        nameRu: cells.official_name_ru || name,
        region: orNull(cells['Region Name']),
        subRegion: orNull(cells['Sub-region Name']),
        // Some territories list several currencies, the principal one first.
        currency: orNull(cells['ISO4217-currency_alphabetic_code'].split(',')[0]),
        interpolMember: members.has(code),
        subBureau: subBureaus.has(code),
      };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((country) => [country.code, country] as const),
);

/** All countries and territories of ISO 3166-1, ordered by code. A public register. */
export function allCountries(): CountryRecord[] {
  return [...countries.values()];
}

export function findCountry(code: string): CountryRecord | undefined {
  return countries.get(code);
}

function orNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}
