import type { Variables } from './execution.js';

/** A subgraph receives the variables that its own operation uses, and of these only the ones that were given. */
export function pickVariables(names: readonly string[] | undefined): (variables: Variables) => Variables | undefined {
  if (names === undefined || names.length === 0) return () => undefined;
  return (variables) => Object.fromEntries(names.filter((name) => name in variables).map((name) => [name, variables[name]]));
}
