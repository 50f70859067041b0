import { inspect } from 'node:util';
import { officer } from '../../shared/testing/ask.js';
import { openTestExchange } from '../../shared/testing/open-test-exchange.js';
import type { Addition, Light, Side } from './additions/addition.js';
import type { Coverage } from './battery/coverage.js';
import { runBattery, warmCaches, type Extent, type Line } from './battery/run-battery.js';
import { joinWords, type Words } from './battery/words.js';
import { ABSENT_WORDS, baseWords } from './world/base-words.js';
import { buildWorld } from './world/build-world.js';
import { viewerNamed, type ViewerName } from './world/cast.js';
import type { QuickStore } from './quick-store.js';
import type { WorldPlan } from './world/world-plan.js';

export interface World {
  readonly store: QuickStore;
  readonly plan: WorldPlan;
  readonly viewer: ViewerName;
  readonly additions: readonly Addition[];
  readonly side: Side;
  readonly light: Light;
  readonly extent: Extent;
  /** The dictionary of world B, by which world A is asked as well. */
  readonly words?: Words;
  readonly coverage?: Coverage;
  readonly examinedDocuments?: () => Promise<number>;
}

export interface Told {
  readonly lines: readonly Line[];
  readonly words: Words;
}

let opened = 0;

/** Builds a world, lets those who see everything warm its caches, and writes down every answer that the viewer gets. */
export async function tellWorld({ store, plan, viewer, additions, side, light, extent, words, coverage, examinedDocuments }: World): Promise<Told> {
  opened += 1;
  const exchange = await openTestExchange({ store: { uri: store.uri, databasePrefix: `${store.databasePrefix}_${opened}` } });
  try {
    await buildWorld(exchange, plan);
    const hidden: Partial<Words>[] = [];
    for (const [index, addition] of additions.entries()) {
      exchange.entropy.restart(10_000 + index);
      hidden.push(await addition.add(exchange, side, light));
    }
    await exchange.moveClock(1_000);
    const known = joinWords(baseWords(plan), ...hidden, ABSENT_WORDS);
    const cursors: Pick<Words, 'cursors'>[] = [];
    for (const [round, organisation] of [...new Set(additions.map(({ seenBy }) => seenBy))].entries()) {
      cursors.push(await warmCaches(exchange, officer(organisation), words ?? known, round));
    }
    const asked = words ?? joinWords(known, ...cursors.map(fewOf));
    await exchange.moveClock(1_000);
    let turn = 0;
    const lines = await runBattery({
      exchange,
      viewer: viewerNamed(viewer),
      words: asked,
      extent,
      ...(examinedDocuments && { examinedDocuments }),
      ...(coverage && { coverage }),
      async betweenPages() {
        for (const { betweenPages } of additions) await betweenPages?.(exchange, side, light, turn);
        turn += 1;
      },
    });
    // Answers that failed on both sides would be equal, and say nothing.
    if (exchange.log.length > 0) throw new Error(`A question failed: ${inspect(exchange.log[0], { depth: 5 })}`);
    return { lines, words: asked };
  } finally {
    await exchange.close();
  }
}

/** The first and the last cursor of each list are enough to ask with. */
function fewOf({ cursors }: Pick<Words, 'cursors'>): Pick<Words, 'cursors'> {
  return { cursors: Object.fromEntries(Object.entries(cursors).map(([list, made]) => [list, [...made.slice(0, 1), ...made.slice(-1)]])) };
}
