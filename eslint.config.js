import { readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/testing/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'embedded/differential/**/*.ts'];
const STORES = ['subgraphs/**/*.store.ts', 'shared/**/*.store.ts'];
const VIEWER_MAKERS = ['gateway/authenticate.ts', 'shared/viewer/verify-forwarded-viewer.ts', 'shared/viewer/service-viewers.ts'];
const RULE_AS_PLAIN_WORDS = ['plain-world', 'literal-world', 'truth-table', 'second-statement', 'random-world'].map(
  (name) => `test/rule-of-access/${name}.ts`,
);

const SUBGRAPHS = readdirSync(new URL('subgraphs', import.meta.url));
const MEET_AS_KEYS = 'Subgraphs meet only as @key references: write a stub of the entity in a references/ folder.';

/** Where a folder may not look. Paths are resolved, so that no spelling of a path gets around it. */
const ZONES = [
  ...SUBGRAPHS.map((name) => ({ target: `./subgraphs/${name}`, from: './subgraphs', except: [`./${name}`], message: MEET_AS_KEYS })),
  { target: './subgraphs', from: ['./gateway', './cli', './seed', './schema', './dashboard'], message: 'A subgraph knows only itself and shared/.' },
  {
    target: './shared',
    from: ['./gateway', './subgraphs', './cli', './seed', './schema', './dashboard'],
    message: 'shared/ is what the others stand on: it knows none of them.',
  },
  {
    target: './gateway',
    from: ['./subgraphs', './cli', './seed', './dashboard', './embedded'],
    message: 'The gateway knows subgraphs by their schema and transport alone, and no store.',
  },
  { target: './embedded', from: './', except: ['./embedded', './node_modules'], message: 'The embedded store is a server: it knows nothing of its clients.' },
  { target: './dashboard', from: './', except: ['./dashboard', './node_modules'], message: 'The page talks only to the gateway.' },
];

const MODELS = {
  group: ['**/*.model.js'],
  allowTypeImports: true,
  message: 'Only a store opens a model: it is the one door, and it asks for the Viewer first.',
};
const MAKING_VIEWERS = {
  group: ['**/viewer.js'],
  importNames: ['createViewer'],
  message: 'A Viewer is made where a token was verified or a service is listed; everything else receives one and passes it on.',
};
const TESTING = { group: ['**/testing/**', '**/*.test.js'], message: 'What serves must not lean on what only tests use.' };
const FOREIGN_TO_THE_RULE = {
  regex: String.raw`^(?!\./[^/]+$|fast-check$)`,
  message: 'What the code is held against must not come from the code.',
};

/** A later setting of a rule replaces the earlier one, so each kind of file names all that is closed to it. */
const closedTo = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  { ignores: ['dist/', 'coverage/', '.tessera/', '.mongodb/', '**/*.d.ts'] },
  eslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', performance: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly' },
    },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      // Without these two, no-cycle parses no TypeScript and finds nothing, silently.
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['tsconfig.json', 'dashboard/tsconfig.json'], noWarnOnMultipleProjects: true })],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: ZONES, basePath: import.meta.dirname }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are parsed once, in config.ts, which refuses to start on a wrong one.' },
      ],
      ...closedTo(MODELS, MAKING_VIEWERS, TESTING),

      // A number in a sentence reads as it is; everything else is still asked to say how it becomes text.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // type-graphql's types and resolvers are classes because their decorators need one.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // To type-graphql those classes are shapes: a resolver answers with an object that has the fields.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // What a file or a header leaves empty counts as absent.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // An underscore says that a value is left out on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An implementation of an interface that promises is async, whether or not it has something to await.
      '@typescript-eslint/require-await': 'off',
      // `() => log(line)` hides no value that anybody wanted.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // tsconfig's noPropertyAccessFromIndexSignature asks for the brackets that this rule would take away.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  { files: STORES, rules: closedTo(MAKING_VIEWERS, TESTING) },
  { files: VIEWER_MAKERS, rules: closedTo(MODELS, TESTING) },
  {
    files: TESTS,
    rules: {
      ...closedTo(),
      'no-restricted-properties': 'off',
      // fast-check and Jest's matchers take methods as values.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: RULE_AS_PLAIN_WORDS, rules: closedTo(FOREIGN_TO_THE_RULE) },
  // The command line hands the environment to config.ts, which is the one to read it.
  { files: ['**/config.ts', 'cli/main.ts'], rules: { 'no-restricted-properties': 'off' } },
  // Tests put the parts together; subgraphs keep apart in them, too.
  { files: TESTS, rules: { 'import-x/no-restricted-paths': ['error', { zones: ZONES.filter(({ from }) => from === './subgraphs'), basePath: import.meta.dirname }] } },
  { files: ['**/vite.config.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
