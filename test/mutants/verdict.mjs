/** "noticed", or why the mutant does not count. The test is first seen to pass without the fault. */
export async function verdictOf(mutant, workspace) {
  const before = await workspace.runTest(mutant);
  if (before.ran === 0) return 'the test it names does not exist';
  if (before.failed > 0) return 'the test fails without it, too';
  if (!(await workspace.apply(mutant))) return 'the patch does not apply';
  try {
    const { ran, failed } = await workspace.runTest(mutant);
    // A file that cannot even be loaded says nothing about what the test notices.
    if (ran === 0) return 'the patched code cannot be loaded';
    return failed > 0 ? 'noticed' : 'SURVIVED';
  } finally {
    await workspace.revert(mutant);
  }
}
