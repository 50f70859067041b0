/** The parts as processes against a real MongoDB, which it fetches: stories of faults and of those who must not get in. */
export default {
  rootDir: '../..',
  testEnvironment: 'node',
  roots: ['<rootDir>/test/processes'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', {}] },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testTimeout: 120000,
  // Each file has a deployment of its own, and the machine is needed by that.
  maxWorkers: 1,
  // The OpenID provider warns on the console that it is not set up for production, which is true.
  silent: true,
};
