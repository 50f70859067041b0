// npm run schema:check: exits with 1 when the committed schema is stale, does not compose cleanly or breaks consumers.
import { findProblems } from './find-problems.js';

const problems = await findProblems(new Date().toISOString().slice(0, 10));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
