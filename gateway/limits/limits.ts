/** What one request may ask for. All of it is decided by its text and variables, never by the rows that it would find. */
export interface Limits {
  /** A batch of 500 full rows is about a megabyte. */
  readonly bodyBytes: number;
  readonly characters: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** The largest `first`. */
  readonly pageSize: number;
  /** Fields asked for, each times the page sizes around it. */
  readonly cost: number;
  /** Mutations in one request. */
  readonly mutations: number;
  /** Elements of any one list in the variables. */
  readonly listElements: number;
  /** Mutations in one request, times the elements of the longest list that they could all use. */
  readonly mutationElements: number;
  readonly planMilliseconds: number;
  readonly requestMilliseconds: number;
  /** How long `stop` waits for requests in flight. */
  readonly drainMilliseconds: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 2 * 1024 * 1024,
  characters: 40_000,
  tokens: 4_000,
  depth: 16,
  aliases: 64,
  directives: 32,
  pageSize: 100,
  cost: 250_000,
  mutations: 10,
  listElements: 500,
  mutationElements: 1_000,
  planMilliseconds: 5_000,
  requestMilliseconds: 30_000,
  drainMilliseconds: 15_000,
};
