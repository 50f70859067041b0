import { DECIMALS, NETWORKS, type Kind, type PlainFacts, type PlainValue } from './plain-actions.js';
import { partsAfter, type Version } from './plain-world.js';

/** What a correction may say of each kind. */
export const CORRECTED: Readonly<Record<Kind, readonly (keyof PlainFacts)[]>> = {
  Arrest: ['country', 'day', 'crimeType', 'furtherCrimeTypes', 'role'],
  Rescue: ['country', 'day', 'victimState'],
  Asset: ['country', 'day', 'value'],
};

/** What a kind of record says, as its input. */
export function said(kind: Kind, { country, day, crimeType, furtherCrimeTypes, role, victimState, asset, value }: PlainFacts): Record<string, unknown> {
  switch (kind) {
    case 'Arrest':
      return { country, day, crimeType, furtherCrimeTypes, role };
    case 'Rescue':
      return { country, day, victimState };
    case 'Asset':
      return { country, day, kind: asset.kind, custodyState: asset.found, value: value === null ? null : moneyOf(value) };
  }
}

export function partsOf(kind: Kind, { asset, value }: PlainFacts, moves: Version['moves']): Version['parts'] {
  if (kind !== 'Asset') return [{ state: '', thing: true, units: null }];
  return partsAfter(asset.found, value === null ? null : BigInt(value.units), moves);
}

function moneyOf({ unit, units }: PlainValue): object {
  return { amount: inMajorUnits(BigInt(units), unit), ...(NETWORKS.includes(unit) ? { network: unit } : { currency: unit }) };
}

export function inMajorUnits(units: bigint, unit: string): string {
  const decimals = DECIMALS[unit] ?? 0;
  const digits = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
