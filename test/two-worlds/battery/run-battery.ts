import { localTransport } from '../../../gateway/transport/local-transport.js';
import { ask, post, type Answer } from '../../../shared/testing/ask.js';
import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { Coverage } from './coverage.js';
import { entityAsks } from './entity-asks.js';
import { mutationAsks, type Held } from './mutation-asks.js';
import { queryAsks, type Ask } from './query-asks.js';
import { REFUSED_BODIES } from './refused-bodies.js';
import type { Words } from './words.js';

/** One question and all that came back. */
export interface Line {
  readonly name: string;
  readonly answer: string;
  /** Documents that the store fetched for it; null where the store does not count. */
  readonly examined: number | null;
}

export type Extent = 'GLANCE' | 'READ' | 'ACT';

export interface BatteryOptions {
  readonly exchange: TestExchange;
  readonly viewer: Viewer;
  readonly words: Words;
  /** `GLANCE`: each list, tally and entity once. `READ`: everything that can be asked. `ACT`: and everything that can be changed. */
  readonly extent: Extent;
  /** How many batteries this exchange has answered before: what is drawn for one must not be drawn again for another. */
  readonly round?: number;
  /** Called between the first and the second page of every list. */
  readonly betweenPages?: () => Promise<void>;
  readonly examinedDocuments?: () => Promise<number>;
  readonly coverage?: Coverage;
}

/** A public register is turned in small pages at first and then in large ones: it has more than anybody hides. */
const SMALL_PAGES = 6;
const LARGE_PAGE = 100;
const LONGEST_LIST = 20;

/** Asks everything that can be asked, one question after the other, and writes down every answer. */
export async function runBattery(options: BatteryOptions): Promise<readonly Line[]> {
  return await new Battery(options).run();
}

class Battery {
  readonly #options: BatteryOptions;
  readonly #lines: Line[] = [];
  readonly #held = new Map<string, Held>();

  constructor(options: BatteryOptions) {
    this.#options = options;
  }

  async run(): Promise<readonly Line[]> {
    const { exchange, viewer, words, extent } = this.#options;
    for (const asked of extent === 'GLANCE' ? plainAsks(words) : queryAsks(words)) await (asked.pagesAt === undefined ? this.#ask(asked) : this.#turnPages(asked, asked.pagesAt));
    await this.#askEntities();
    for (const body of REFUSED_BODIES) await this.#note(body, async () => textOf(await post(exchange, viewer, body)));
    if (extent !== 'ACT') return this.#lines;
    for (const { noun, asks } of mutationAsks(words)) {
      for (const asked of asks(this.#held.get(noun))) this.#hold(noun, await this.#ask(asked));
    }
    // What the viewer itself changed shows in what it reads, and only that.
    for (const asked of plainAsks(words)) await this.#ask({ ...asked, name: `afterwards ${asked.name}` });
    return this.#lines;
  }

  async #ask({ name, query, variables }: Ask): Promise<unknown> {
    const { exchange, viewer, coverage } = this.#options;
    coverage?.note(query, variables);
    let body: unknown;
    await this.#note(name, async () => {
      const answer = await post(exchange, viewer, JSON.stringify({ query, variables }));
      body = JSON.parse(answer.text);
      return textOf(answer);
    });
    return body;
  }

  async #turnPages(asked: Ask, path: readonly string[]): Promise<void> {
    let after: string | null = null;
    for (let page = 0; page < LONGEST_LIST; page += 1) {
      const variables = { ...asked.variables, ...(after === null ? {} : { after }), ...(page < SMALL_PAGES ? {} : { first: LARGE_PAGE }) };
      const body = await this.#ask({ ...asked, name: `${asked.name} ${page}`, variables });
      const info = at(body, ['data', ...path, 'pageInfo']);
      if (page === 0) await this.#options.betweenPages?.();
      if (at(info, ['hasNextPage']) !== true) return;
      after = String(at(info, ['endCursor']));
    }
    throw new Error(`${asked.name} has no end.`);
  }

  async #askEntities(): Promise<void> {
    const { exchange: { exchange }, viewer, words, coverage } = this.#options;
    for (const { local } of exchange.subgraphs) {
      const transport = localTransport(local);
      for (const { name, query, variables } of entityAsks(local.name, local.schema, words)) {
        coverage?.noteEntity(name);
        await this.#note(name, async () => JSON.stringify(await transport.execute({ query, variables, operationName: null }, { viewer })));
      }
    }
  }

  async #note(name: string, answer: () => Promise<string>): Promise<void> {
    const { exchange, examinedDocuments, round = 0 } = this.#options;
    // What is drawn for one question must not depend on what others drew before.
    exchange.entropy.restart((round + 1) * 1_000_000 + this.#lines.length);
    const before = await examinedDocuments?.();
    const answered = await answer();
    const after = await examinedDocuments?.();
    this.#lines.push({ name, answer: answered, examined: before === undefined || after === undefined ? null : after - before });
  }

  #hold(noun: string, body: unknown): void {
    const [result] = valuesOf(at(body, ['data']));
    const record = valuesOf(result).find((value) => at(value, ['__typename']) === noun);
    const [id, version] = [at(record, ['id']), at(record, ['version'])];
    if (typeof id !== 'string' || typeof version !== 'string') return;
    const held = this.#held.get(noun);
    // Later questions change what the first mutation made.
    if (held !== undefined && held.id !== id) return;
    const releaseId = at(record, ['releases', '0', 'id']);
    const moveId = at(record, ['custodyChain', '0', 'id']);
    this.#held.set(noun, {
      id,
      version,
      releaseId: typeof releaseId === 'string' ? releaseId : (held?.releaseId ?? null),
      moveId: typeof moveId === 'string' ? moveId : null,
    });
  }
}

/** Fills every cache on the way with what only somebody else may see, and gives the cursors that they got. */
export async function warmCaches(exchange: TestExchange, viewer: Viewer, words: Words, round: number): Promise<Pick<Words, 'cursors'>> {
  const cursors: Record<string, readonly string[]> = {};
  for (const [index, { coordinate, query, variables }] of plainAsks(words).entries()) {
    exchange.entropy.restart(500_000 + round * 1_000 + index);
    const text = JSON.stringify(await ask(exchange, viewer, query, variables));
    const found = [...text.matchAll(/"cursor":"([^"]+)"/g)].flatMap(([, cursor]) => (cursor === undefined ? [] : [cursor]));
    cursors[coordinate] = [...new Set([...(cursors[coordinate] ?? []), ...found])];
  }
  return { cursors };
}

/** Of each field the first question, for each object that has it: the whole list, the whole tally. */
function plainAsks(words: Words): Ask[] {
  return [...new Map(queryAsks(words).reverse().map((asked) => [`${asked.coordinate} ${String(asked.variables['key'])}`, asked])).values()].reverse();
}

function textOf({ status, headers, text }: Answer): string {
  return JSON.stringify({ status, headers, text });
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, key) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[key] : undefined), value);
}
