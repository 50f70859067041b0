export type ResponseObject = Record<string, unknown>;
type Container = ResponseObject | unknown[];

export function isResponseObject(value: unknown): value is ResponseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/**
 * The answer while it grows. Subgraphs in the same process hand out objects that they may keep, and one entity may
 * stand in several places: so the tree writes only to objects that it made itself. Whatever else it must change, it
 * first replaces by a shallow copy of its own; everything below that copy stays shared.
 */
export class ResponseTree {
  readonly root: ResponseObject = {};
  readonly #own = new WeakSet<object>([this.root]);

  /** The child of an own parent, ready to be written to; undefined where there is nothing to write to. */
  ownChild(parent: Container, key: string | number): Container | undefined {
    const child: unknown = Reflect.get(parent, key);
    if (!isContainer(child)) return undefined;
    if (this.#own.has(child)) return child;
    const copy = Array.isArray(child) ? [...child] : { ...child };
    this.#own.add(copy);
    Reflect.set(parent, key, copy);
    return copy;
  }

  /** Adds what a subgraph answered to an own object. A null never erases what another subgraph has answered. */
  merge(target: ResponseObject, answer: ResponseObject): void {
    if (!this.#own.has(target)) throw new TypeError('Only own objects of the response tree may be merged into.');
    this.#mergeEntries(target, answer);
  }

  #mergeEntries(target: Container, answer: Container): void {
    for (const key of Object.keys(answer)) {
      const incoming: unknown = Reflect.get(answer, key);
      const present: unknown = Reflect.get(target, key);
      if (!isContainer(present)) {
        if (incoming !== null || present === undefined) Reflect.set(target, key, incoming);
      } else if (isContainer(incoming) && fit(present, incoming)) {
        const child = this.ownChild(target, key);
        if (child !== undefined) this.#mergeEntries(child, incoming);
      } else if (incoming !== null) {
        Reflect.set(target, key, incoming);
      }
    }
  }
}

/** Two tellings of a list are one list only when they are equally long. */
function fit(present: Container, incoming: Container): boolean {
  if (Array.isArray(present)) return Array.isArray(incoming) && present.length === incoming.length;
  return !Array.isArray(incoming);
}
