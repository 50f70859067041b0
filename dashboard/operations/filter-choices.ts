import type { OperationRow } from '../api/documents.js';
import type { Coded } from '../api/fragments.js';

export interface FilterChoices {
  /** By name as published, because several bodies may coordinate one operation. */
  readonly coordinators: readonly string[];
  readonly years: readonly string[];
  readonly crimeTypes: readonly Coded[];
  readonly someNotStated: boolean;
}

/** Choices are what occurs, so that no choice leads to an empty list by itself. */
export function filterChoices(operations: readonly OperationRow[]): FilterChoices {
  const coordinators = new Set<string>();
  const years = new Set<string>();
  const crimeTypes = new Map<string, Coded>();
  let someNotStated = false;
  for (const { coordinator, coordinatorsAsPublished, period, crimeTypes: types } of operations) {
    for (const name of coordinatorsAsPublished) coordinators.add(name);
    if (coordinatorsAsPublished.length === 0 && coordinator !== null) coordinators.add(coordinator.code);
    for (const type of types) crimeTypes.set(type.code, type);
    const [first, last] = [period?.start ?? period?.end, period?.end ?? period?.start];
    if (!first || !last) {
      someNotStated = true;
      continue;
    }
    for (let year = Number(first.from.slice(0, 4)); year <= Number(last.to.slice(0, 4)); year += 1) years.add(String(year));
  }
  return {
    coordinators: [...coordinators].sort((a, b) => a.localeCompare(b)),
    years: [...years].sort().reverse(),
    crimeTypes: [...crimeTypes.values()].sort((a, b) => a.label.localeCompare(b.label)),
    someNotStated,
  };
}
