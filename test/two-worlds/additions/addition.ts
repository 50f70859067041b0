import type { TestExchange } from '../../../shared/testing/open-test-exchange.js';
import type { ViewerName } from '../world/cast.js';
import type { Words } from '../battery/words.js';

/** Which world is built: A without, B with. */
export type Side = 'A' | 'B';

/** Hidden as it is meant, or the same thing made visible: a comparison that does not notice that is blind. */
export type Light = 'HIDDEN' | 'SHOWN';

/** Something that a viewer may not read, put into a world. */
export interface Addition {
  readonly name: string;
  readonly hiddenFrom: readonly ViewerName[];
  /** To whom `SHOWN` shows it. */
  readonly shownTo: ViewerName;
  /** Who reads it in either light, and warms the caches with it. */
  readonly seenBy: string;
  /** Adds it to B, and to A what must already be there; gives the words by which one would look for it. */
  add(exchange: TestExchange, side: Side, light: Light): Promise<Partial<Words>>;
  /** Adds more of it while the viewer turns pages; `turn` counts from 0. */
  readonly betweenPages?: (exchange: TestExchange, side: Side, light: Light, turn: number) => Promise<void>;
}
