/** One text for everything that says the same. GraphQL lets null stand for what is left out: neither says anything. */
export function textOfSaid(said: object): string {
  return JSON.stringify(said, (_, value: unknown) => (isObject(value) ? inOrder(value) : (value ?? undefined)));
}

/** Canonical JSON (RFC 8785) sorts by code units, as `sort` does. Names of fields begin with a letter, so objects keep that order. */
function inOrder(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(value).sort().flatMap((key) => (value[key] === null ? [] : [[key, value[key]]])));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
