import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { inFull, ofWholeOperation, publishedOperation, publishedOperations } from './published-operations.js';
import { startTessera, type RunningTessera } from './start-tessera.js';

const FIRST_LIGHT = 'First Light 2024';
let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe('an officer reads First Light 2024', () => {
  it('finds it by name and sees every figure of the whole operation with its source', async () => {
    const page = await openPage(browser, tessera.address, '/');
    await signIn(page, 'liaison-jp');
    await findOperation(page, FIRST_LIGHT);
    const operation = await publishedOperation(FIRST_LIGHT);
    const shown = await fullFigures(page);
    for (const figure of ofWholeOperation(operation)) expect(shown).toContainEqual(expect.stringContaining(inFull(figure)));
    await page.getByRole('link', { name: operation.source.title }).waitFor();
  });

  it('opens a figure, sees where it comes from, and is back where it was after Back', async () => {
    const page = await openPage(browser, tessera.address, '/');
    await signIn(page, 'liaison-jp');
    await findOperation(page, FIRST_LIGHT);
    const before = page.url();
    const money = ofWholeOperation(await publishedOperation(FIRST_LIGHT)).find((figure) => figure.currency !== undefined);
    if (money === undefined) throw new Error('First Light 2024 holds no amount.');
    await page.locator(`.evidence-reported button.figure[title^="${inFull(money)}"]`).click();
    const panel = page.getByRole('dialog');
    expect(await panel.innerText()).toContain(inFull(money));
    expect(await panel.innerText()).toContain((await publishedOperation(FIRST_LIGHT)).source.title);
    expect(page.url()).not.toBe(before);
    await page.goBack();
    await panel.waitFor({ state: 'detached' });
    expect(page.url()).toBe(before);
  });

  it('is told that no records were contributed, instead of a count of zero', async () => {
    const page = await openPage(browser, tessera.address, '/');
    await signIn(page, 'liaison-jp');
    await findOperation(page, FIRST_LIGHT);
    const counted = await page.locator('.evidence-counted').innerText();
    expect(counted).toContain('no records contributed');
    expect(counted).not.toMatch(/^0$/m);
  });

  it('sees a figure of several countries as a row of its own and in no row of a single country', async () => {
    const page = await openPage(browser, tessera.address, '/');
    await signIn(page, 'liaison-jp');
    await findOperation(page, FIRST_LIGHT);
    const { figures } = await publishedOperation(FIRST_LIGHT);
    const shared = figures.find((figure) => (figure.countries ?? []).length > 1);
    const rows = page.locator('.country-table tbody tr', { has: page.locator(`button.figure[title^="${shared && inFull(shared)}"]`) });
    expect(await rows.count()).toBe(1);
    expect(await rows.locator('th').innerText()).toMatch(/ together$/);
  });

  it('opens the same state from a shared address', async () => {
    const page = await openPage(browser, tessera.address, '/operations?year=not-stated');
    await signIn(page, 'liaison-jp');
    await settled(page);
    const withoutPeriod = (await publishedOperations()).filter((operation) => operation.period === null).map((operation) => operation.name);
    expect((await page.locator('.row-name').allInnerTexts()).filter((name) => !name.startsWith('EXERCISE')).sort()).toEqual(withoutPeriod.sort());
    expect(await page.getByLabel('Year').inputValue()).toBe('not-stated');
  });
});

describe('a figure that is changed in the data', () => {
  it('changes the text of the page', async () => {
    const operations = await publishedOperations();
    const arrests = operations.find(({ name }) => name === FIRST_LIGHT)?.figures.find((figure) => figure.measure === 'ARRESTS' && !figure.country);
    if (arrests === undefined) throw new Error('First Light 2024 holds no arrests.');
    const before = inFull(arrests);
    arrests.value = (arrests.value ?? 0) + 1;
    const copy = join(await mkdtemp(join(tmpdir(), 'tessera-changed-')), 'published-operations.json');
    await writeFile(copy, JSON.stringify(operations));
    const changed = await startTessera({ publishedOperations: copy });
    try {
      const page = await openPage(browser, changed.address, '/');
      await signIn(page, 'liaison-jp');
      await findOperation(page, FIRST_LIGHT);
      const headlines = await page.locator('.evidence-reported').innerText();
      expect(headlines).toContain(inFull(arrests));
      expect(headlines).not.toContain(before);
    } finally {
      await changed.stop();
    }
  });
});

async function findOperation(page: Page, name: string): Promise<void> {
  await page.getByLabel('Search operations').fill(name);
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await settled(page);
}

async function fullFigures(page: Page): Promise<string[]> {
  const figures = await page.locator('.evidence-reported button.figure').all();
  return Promise.all(figures.map(async (figure) => (await figure.getAttribute('title')) ?? ''));
}
