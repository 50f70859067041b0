/** Names of the conditions that say something. */
export function statedNames(conditions: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(conditions).filter((name) => conditions[name] !== undefined);
}
