import type { Coded, OperationRow } from '../api/documents.js';

export interface FilterChoices {
  readonly coordinators: readonly { readonly code: string; readonly name: string }[];
  readonly years: readonly string[];
  readonly crimeTypes: readonly Coded[];
  readonly someNotStated: boolean;
}

/** Choices are what occurs, so that no choice leads to an empty list by itself. */
export function filterChoices(operations: readonly OperationRow[]): FilterChoices {
  const coordinators = new Map<string, string>();
  const years = new Set<string>();
  const crimeTypes = new Map<string, Coded>();
  let someNotStated = false;
  for (const { coordinator, period, crimeTypes: types } of operations) {
    if (coordinator !== null) coordinators.set(coordinator.code, coordinator.name);
    for (const type of types) crimeTypes.set(type.code, type);
    const [first, last] = [period?.start ?? period?.end, period?.end ?? period?.start];
    if (!first || !last) {
      someNotStated = true;
      continue;
    }
    for (let year = Number(first.from.slice(0, 4)); year <= Number(last.to.slice(0, 4)); year += 1) years.add(String(year));
  }
  return {
    coordinators: [...coordinators].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name)),
    years: [...years].sort().reverse(),
    crimeTypes: [...crimeTypes.values()].sort((a, b) => a.label.localeCompare(b.label)),
    someNotStated,
  };
}
