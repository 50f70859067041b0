/** JSON of what a feed holds. Entries are plain data with Maps in it, which JSON alone would turn into `{}` silently. */
export function feedToJson(state: object): string {
  return JSON.stringify(toPlain(state, 'state'));
}

export function feedFromJson(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => (isTaggedMap(value) ? new Map(value[MAP]) : value));
}

const MAP = '$map';
interface TaggedMap { readonly [MAP]: readonly (readonly [unknown, unknown])[] }

function toPlain(value: unknown, path: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => toPlain(item, `${path}[${index}]`));
  if (value instanceof Map) return { [MAP]: [...value].map(([key, held]) => [toPlain(key, path), toPlain(held, `${path}.${String(key)}`)]) };
  if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).flatMap(([key, held]) => (held === undefined ? [] : [[key, toPlain(held, `${path}.${key}`)]])));
  throw new TypeError(`${path} cannot travel in a feed: say it as text, a number, a list, a plain object or a Map of them.`);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isTaggedMap(value: unknown): value is TaggedMap {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 1 && MAP in value && Array.isArray(value[MAP]);
}
