import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, settled } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';

const MOST_STEPS = 80;
let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe('a person without a mouse', () => {
  it('chooses a viewer, finds an operation, opens a figure, closes it and goes back', async () => {
    const page = await openPage(browser, tessera.address, '/');
    await page.locator('main h1').waitFor();
    await tabTo(page, 'button', 'liaison-jp');
    await page.keyboard.press('Enter');
    await settled(page);

    await page.keyboard.press('/');
    await page.keyboard.type('First Light 2024');
    await page.waitForURL(/q=First\+Light\+2024/);
    await settled(page);
    await tabTo(page, 'a.row-link', 'First Light 2024');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'First Light 2024' }).waitFor();
    await settled(page);

    await tabTo(page, '.evidence-reported button.figure', '');
    const figure = await focused(page, "getAttribute('data-figure')");
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page, "getAttribute('data-figure')")).toBe(figure);

    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor();
    expect(await page.getByLabel('Search operations').inputValue()).toBe('First Light 2024');
  });

  it('walks the country table with the arrow keys and reads the reason behind a dash', async () => {
    const page = await openPage(browser, tessera.address, '/operations?q=First+Light+2024');
    await page.getByRole('button', { name: /liaison-jp$/ }).press('Enter');
    await page.getByRole('link', { name: 'First Light 2024' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'First Light 2024' }).waitFor();
    await settled(page);
    await tabTo(page, '.country-table tbody [data-cell]', '');
    await page.keyboard.press('ArrowRight');
    const tip = page.locator('.country-table .nothing:focus .tip');
    await tip.waitFor({ state: 'visible' });
    expect(await tip.innerText()).toMatch(/^No source states this for /);
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('.country-table tbody') === null")).toBe(true);
  });
});

/** Presses Tab until the focus is on such an element; fails where the keyboard cannot get there. */
async function tabTo(page: Page, selector: string, text: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const there = `document.activeElement.matches(${JSON.stringify(selector)}) && document.activeElement.textContent.includes(${JSON.stringify(text)})`;
    if (await page.evaluate<boolean>(there)) return;
  }
  throw new Error(`${String(MOST_STEPS)} steps of the Tab key do not reach ${selector} with "${text}".`);
}

function focused(page: Page, property: string): Promise<string | null> {
  return page.evaluate<string | null>(`document.activeElement.${property}`);
}
