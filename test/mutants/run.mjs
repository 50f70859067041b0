// npm run test:mutants: each patch here is a fault that somebody could make. Applied to a copy of the project, it must
// make the test that it names fail; without it that test passes. A fault that nobody notices is a survivor: exit code 1.
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { readMutant } from './mutant.mjs';
import { verdictOf } from './verdict.mjs';
import { openWorkspace } from './workspace.mjs';

const here = new URL('./', import.meta.url);
const wanted = process.argv.slice(2);
const patches = (await readdir(here)).filter((name) => name.endsWith('.patch')).sort();
const chosen = wanted.length === 0 ? patches : patches.filter((name) => wanted.some((part) => name.includes(part)));
const mutants = await Promise.all(chosen.map((name) => readMutant(new URL(name, here))));
if (mutants.length === 0) throw new Error('There is no mutant to run.');

const waiting = [...mutants];
const verdicts = new Map();
await Promise.all(Array.from({ length: Math.min(2, availableParallelism(), mutants.length) }, work));

for (const { name } of mutants) console.log(`${verdicts.get(name).padEnd(34)} ${name}`);
const survivors = mutants.filter(({ name }) => verdicts.get(name) !== 'noticed');
console.log(`${mutants.length - survivors.length} of ${mutants.length} noticed.`);
if (survivors.length > 0) process.exitCode = 1;

/** A worker has a copy of its own, so that two mutants never meet. */
async function work() {
  const workspace = await openWorkspace();
  try {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      verdicts.set(mutant.name, await verdictOf(mutant, workspace));
    }
  } finally {
    await workspace.remove();
  }
}
