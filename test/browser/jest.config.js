/** The page's own tests: its pure parts beside their code, and stories in a real Chromium against the real program. */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  roots: ['<rootDir>/dashboard', '<rootDir>/test/browser'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', {}] },
  testTimeout: 180000,
  maxWorkers: 1,
};
