// A suite that is gone must not look like one that passes.
import { readdirSync } from 'node:fs';

const SUITES = [
  'schema',
  'shared/handling',
  'shared/viewer',
  'gateway/execute',
  'gateway/limits',
  'gateway/transport',
  'embedded/contract',
  'embedded/differential',
  'test/rule-of-access',
  'test/two-worlds',
  'test/denial',
  'test/journal',
  'test/journeys',
  'test/house',
  'test/browser',
  'test/processes',
];
const LEAST_MUTANTS = 15;

const filesIn = (folder) => {
  try {
    return readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true });
  } catch {
    return [];
  }
};

const missing = SUITES.filter((folder) => !filesIn(folder).some((file) => file.endsWith('.test.ts')));
for (const folder of missing) console.error(`There is no test in ${folder}/.`);

const mutants = filesIn('test/mutants').filter((file) => file.endsWith('.patch')).length;
if (mutants < LEAST_MUTANTS) console.error(`There are ${mutants} mutants; ${LEAST_MUTANTS} are the least.`);

if (missing.length > 0 || mutants < LEAST_MUTANTS) process.exitCode = 1;
