import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { recordArrests } from './record-arrests.js';
import { startTessera, type RunningTessera } from './start-tessera.js';
import { scrollListTo, walkList } from './walk-list.js';

const RECORDED = 260;
let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
  await recordArrests(tessera.address, RECORDED);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe('a list of hundreds of arrests', () => {
  it('has just as many rows as its number says, each in its place', async () => {
    const page = await openArrests();
    const count = await counted(page);
    expect(count).toBeGreaterThan(RECORDED);
    const rows = await walkList(page);
    expect([...rows.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 2));
    expect(new Set(rows.values()).size).toBe(count);
    expect(await page.locator('.records-table').getAttribute('aria-rowcount')).toBe(String(count + 1));
  });

  it('keeps few rows on the page, and the row that holds the focus', async () => {
    const page = await openArrests();
    const list = page.locator('.scroll-window');
    const focusable = list.locator('tbody [tabindex="0"]').first();
    const place = await focusable.locator('xpath=ancestor::tr').getAttribute('aria-rowindex');
    await focusable.focus();
    await scrollListTo(page, '8000');
    await list.locator('tr[aria-rowindex="110"] th').waitFor();
    expect(await list.locator('tbody tr').count()).toBeLessThan(60);
    expect(await page.evaluate("document.activeElement.closest('tr').getAttribute('aria-rowindex')")).toBe(place);
  });

  it('is walked with the keyboard alone', async () => {
    const page = await openArrests();
    await page.locator('.scroll-window').focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.locator('tr[aria-rowindex="25"] th').waitFor();
  });

  it('keeps what has come when the rest does not, and goes on when asked', async () => {
    const page = await openArrests();
    await page.route('**/graphql', (route) => route.abort());
    await scrollListTo(page, '9000');
    await page.locator('.records .part-failed').waitFor();
    await scrollListTo(page, '0');
    await page.locator('tr[aria-rowindex="2"] th').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await scrollListTo(page, '9000');
    await page.locator('tr[aria-rowindex="125"] th').waitFor();
  });
});

async function openArrests(): Promise<Page> {
  const page = await openPage(browser, tessera.address, '/operations/interpol/exercise-mosaic?records=arrests');
  await signIn(page, 'liaison-jp');
  await page.locator('.records-table tbody th').first().waitFor();
  await settled(page);
  return page;
}

async function counted(page: Page): Promise<number> {
  return Number((await page.locator('.evidence-counted a.figure .number').first().innerText()).replace(',', ''));
}
