import { resolve } from 'node:path';
import { z } from 'zod';
import { DEFAULT_ARRESTS } from '../seed/exercise/exercise-size.js';

/** Every subgraph of the embedded mode has a database whose name begins so. */
export const DATABASE_PREFIX = 'tessera';

/** What the environment says, checked once. Nothing else in `cli/` reads the environment. */
export interface Config {
  readonly port: number;
  /** Where embedded mode keeps its store and its keys. */
  readonly dataFolder: string;
  /** The published operations that embedded mode loads; null for those that come with Tessera. */
  readonly publishedFile: string | null;
  /** How many arrests the exercise has that embedded mode plays at the first start; 0 for none. */
  readonly exerciseArrests: number;
  /** Whether embedded mode loads the published tags at the first start. */
  readonly loadsTags: boolean;
}

export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigError';
  }
}

const environment = z.object({
  TESSERA_PORT: z.string().regex(/^\d{1,5}$/, 'must be a port number').transform(Number).refine((port) => port <= 65_535, 'must be a port number').default(4000),
  TESSERA_DATA: z.string().min(1, 'must name a folder').default('.tessera'),
  TESSERA_PUBLISHED: z.string().min(1, 'must name a file').optional(),
  TESSERA_EXERCISE: z.string().regex(/^\d{1,6}$/, 'must be a number of arrests, or 0 for no exercise').transform(Number).default(DEFAULT_ARRESTS),
  TESSERA_TAGS: z.enum(['0', '1'], 'must be 1 for the published tags, or 0 for none').default('1'),
  MONGODB_URI: z.undefined({
    error: 'is set, but `tessera start` runs the embedded store with ready sign-ins, which must not stand before a real database: unset it',
  }),
});

/** Throws ConfigError with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const checked = environment.safeParse({
    TESSERA_PORT: env['TESSERA_PORT'],
    TESSERA_DATA: env['TESSERA_DATA'],
    TESSERA_PUBLISHED: env['TESSERA_PUBLISHED'],
    TESSERA_EXERCISE: env['TESSERA_EXERCISE'],
    TESSERA_TAGS: env['TESSERA_TAGS'],
    MONGODB_URI: env['MONGODB_URI'],
  });
  if (!checked.success) throw new ConfigError(checked.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  const { TESSERA_PORT, TESSERA_DATA, TESSERA_PUBLISHED, TESSERA_EXERCISE, TESSERA_TAGS } = checked.data;
  return {
    port: TESSERA_PORT,
    dataFolder: resolve(TESSERA_DATA),
    publishedFile: TESSERA_PUBLISHED === undefined ? null : resolve(TESSERA_PUBLISHED),
    exerciseArrests: TESSERA_EXERCISE,
    loadsTags: TESSERA_TAGS === '1',
  };
}
