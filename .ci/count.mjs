// Prints "passed failed" of a report that Jest wrote. A file that could not be run failed; so did a test that was skipped,
// because here nothing is missing that it could wait for.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = report;
console.log(`${numPassedTests} ${numFailedTests + numPendingTests + numRuntimeErrorTestSuites}`);
