import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the project as it lies there, uncommitted changes included. */
export async function openWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-mutant-'));
  for (const file of await projectFiles()) await cp(join(root, file), join(folder, file));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    apply: ({ file }) => succeeds('git', ['apply', file], folder),
    revert: ({ file }) => run('git', ['apply', '--reverse', file], { cwd: folder }),
    runTest: (mutant) => runTest(mutant, folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function projectFiles() {
  const list = (...options) => run('git', ['ls-files', '-z', ...options], { cwd: root, maxBuffer: 1e8 });
  const [present, deleted] = await Promise.all([list('--cached', '--others', '--exclude-standard'), list('--deleted')]);
  const gone = new Set(['', 'node_modules', ...deleted.stdout.split('\0')]);
  return new Set(present.stdout.split('\0').filter((file) => !gone.has(file)));
}

/** How many tests of that name ran in that file, and how many of them failed. */
async function runTest({ testFile, testName }, folder) {
  const report = join(folder, '.report.json');
  await rm(report, { force: true });
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const choice = ['--runTestsByPath', testFile, '--testNamePattern', literally(testName)];
  await succeeds(process.execPath, [...jest, ...choice, '--runInBand', '--json', '--outputFile', report], folder);
  const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8').catch(() => '{"numPassedTests":0,"numFailedTests":0}'));
  return { ran: numPassedTests + numFailedTests, failed: numFailedTests };
}

const literally = (text) => text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

async function succeeds(command, args, cwd) {
  try {
    await run(command, args, { cwd, maxBuffer: 1e8, env: { ...process.env, NODE_OPTIONS: '' } });
    return true;
  } catch {
    return false;
  }
}
