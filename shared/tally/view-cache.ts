interface Held<View> {
  readonly query: string;
  readonly view: View;
}

export interface ViewBounds {
  readonly views: number;
  readonly bytes: number;
}

/**
 * Views that were asked for last, within a number of them and an estimate of their memory: who asks chooses the
 * queries, so an unbounded cache would be a leak that they control.
 */
export class ViewCache<View extends { readonly bytes: number; readonly audience: { readonly id: string } }> {
  readonly #bounds: ViewBounds;
  /** Least recently asked first. */
  readonly #held = new Map<string, Held<View>>();

  constructor(bounds: ViewBounds) {
    this.#bounds = bounds;
  }

  get(query: string, audience: string): View | undefined {
    const key = keyOf(query, audience);
    const held = this.#held.get(key);
    if (held === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held.view;
  }

  put(query: string, view: View): void {
    this.#held.set(keyOf(query, view.audience.id), { query, view });
  }

  /** Forgets what was asked longest ago; the latest stays, whatever it takes. */
  trim(): void {
    let bytes = this.all().reduce((sum, view) => sum + view.bytes, 0);
    for (const [key, { view }] of this.#held) {
      if (this.#held.size <= 1 || (this.#held.size <= this.#bounds.views && bytes <= this.#bounds.bytes)) return;
      this.#held.delete(key);
      bytes -= view.bytes;
    }
  }

  /** Views of the same query for other audiences, the latest first. */
  ofQuery(query: string, most: number): View[] {
    return [...this.#held.values()].filter((held) => held.query === query).slice(-most).reverse().map(({ view }) => view);
  }

  all(): View[] {
    return [...this.#held.values()].map(({ view }) => view);
  }
}

function keyOf(query: string, audience: string): string {
  return `${audience} ${query}`;
}
