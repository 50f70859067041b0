// Prints "passed failed" of a report that Jest wrote. A file that could not be run failed; so did a test that was skipped,
// because here nothing is missing that it could wait for.
import { existsSync, readFileSync } from 'node:fs';

const [, , file] = process.argv;
if (!existsSync(file)) {
  console.error('Jest ended without a report.');
  process.exit(1);
}
const report = JSON.parse(readFileSync(file, 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = report;
console.log(`${numPassedTests} ${numFailedTests + numPendingTests + numRuntimeErrorTestSuites}`);
