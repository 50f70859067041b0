import type { Address, Evidence, MappedMeasure } from '../address/address.js';
import type { CountryRow } from '../picture/country-rows.js';
import { shadeOf } from './shading.js';

export interface MapChoice {
  readonly evidence: Evidence;
  readonly mapped: MappedMeasure;
}

const MEASURES: readonly MappedMeasure[] = ['arrests', 'rescues'];
const EVIDENCE: readonly Evidence[] = ['reported', 'counted'];

/** What the address asks for; where it leaves it open, the first choice that shades any country at all. */
export function mapChoice(address: Pick<Address, 'evidence' | 'mapped'>, rows: readonly CountryRow[]): MapChoice {
  for (const evidence of address.evidence === null ? EVIDENCE : [address.evidence]) {
    for (const mapped of address.mapped === null ? MEASURES : [address.mapped]) {
      if (rows.some((row) => shadeOf(row, { evidence, mapped }) !== null)) return { evidence, mapped };
    }
  }
  return { evidence: address.evidence ?? 'reported', mapped: address.mapped ?? 'arrests' };
}
