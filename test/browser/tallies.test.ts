import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';
import { walkList } from './walk-list.js';

const EXERCISE = '/operations/interpol/exercise-mosaic';
/** Some of the records of the exercise had been recorded by then, and some had not. */
const PAST = '2025-12-15T12:00:00.000Z';
let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe('the tallies of an operation', () => {
  it.each([
    ['arrests', 'a month and a crime type', '.cross-table tbody td a.figure'],
    ['arrests', 'a month', '.cross-table tbody tr td:last-child a.figure'],
    ['arrests', 'a country', '.bar-table tbody a.figure'],
    ['arrests', 'those without a role', '.bar-table tr:has(th:text-is("not recorded")) a.figure'],
    ['rescues', 'a state', '.tally-pair > :last-child a.figure'],
    ['assets', 'a kind and a custody state', '.tally:has(.flow) .cross-table a.figure'],
  ])('of %s open for %s a list of just that many', async (kind, _, number) => {
    const page = await openTallies(`?tally=${kind}`);
    const figure = page.locator('.tallies').locator(number).first();
    const count = await numberIn(figure);
    await figure.click();
    await page.locator('.records-table').waitFor();
    await settled(page);
    expect((await walkList(page)).size).toBe(count);
  });

  it('add up: the months to the whole, and the bars of the countries', async () => {
    const page = await openTallies('?tally=arrests');
    const whole = await numberIn(page.locator('.evidence-counted a.figure').first());
    const months = await Promise.all((await page.locator('.cross-table tbody tr td:last-child a.figure').all()).map(numberIn));
    expect(months.reduce((sum, count) => sum + count, 0)).toBe(whole);
    await page.locator('.bar-table-place').first().getByRole('button').click();
    const countries = await Promise.all((await page.locator('.bar-table').first().locator('tbody a.figure').all()).map(numberIn));
    expect(countries.reduce((sum, count) => sum + count, 0)).toBe(whole);
  });

  it('draw what the table holds: one segment for each number of a month, and a flow for each of custody', async () => {
    const page = await openTallies('?tally=rescues');
    expect(await page.locator('.month-chart .segment').count()).toBe(await page.locator('.cross-table tbody td:not(:last-child) a.figure').count());
    await page.locator('.tallies .part-head').getByRole('button', { name: 'Assets' }).click();
    await page.locator('.flow-link').first().waitFor();
    const table = page.locator('.tally:has(.flow) .cross-table');
    expect(await page.locator('.flow-link').count()).toBe((await table.locator('tbody a.figure').count()) + (await table.locator('tbody tr').count()));
  });

  it('are converted on demand, and say what could not be', async () => {
    const page = await openTallies('?tally=assets');
    await page.locator('.tallies select').selectOption('EUR');
    await page.getByText('at the European Central Bank’s reference rate of each event day').waitFor();
    expect(page.url()).toContain('money=EUR');
    expect(await page.locator('.money-total').innerText()).toMatch(/EUR [\d,]+\.\d{2} at the European[\s\S]+Left out where there is no rate for the day: .*Bitcoin/);
  });
});

describe('an earlier instant', () => {
  it('is said plainly, counts less, and opens the versions that counted then', async () => {
    const page = await openTallies('');
    const now = await numberIn(page.locator('.evidence-counted a.figure').first());
    await page.getByLabel('Exact instant (UTC)').fill(PAST);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('Everything counted on this page is as of 2025-12-15 12:00:00 UTC.').waitFor();
    await settled(page);
    const figure = page.locator('.evidence-counted a.figure').first();
    const then = await numberIn(figure);
    expect(then).toBeGreaterThan(0);
    expect(then).toBeLessThan(now);
    await figure.click();
    await page.getByRole('columnheader', { name: 'Counted from' }).waitFor();
    await settled(page);
    expect((await walkList(page)).size).toBe(then);
    expect(page.url()).toContain(`asof=${encodeURIComponent(PAST)}`);
    await page.getByRole('button', { name: 'Back to now' }).click();
    await settled(page);
    expect(await numberIn(page.locator('.evidence-counted a.figure').first())).toBe(now);
  });

  it('is chosen with the arrow keys, and left with Back', async () => {
    const page = await openTallies('');
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator('.as-of-said').waitFor();
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^\d{4}-\d{2}-\d{2} 23:59:59.999 UTC$/);
    await page.goBack();
    await page.locator('.as-of-said').waitFor({ state: 'detached' });
  });

  it('is refused in words when it is none', async () => {
    const page = await openTallies('');
    await page.getByLabel('Exact instant (UTC)').fill('last spring');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('Write a past instant as 2026-04-01 12:30').waitFor();
    expect(await page.getByLabel('Exact instant (UTC)').inputValue()).toBe('last spring');
  });
});

async function openTallies(query: string): Promise<Page> {
  const page = await openPage(browser, tessera.address, `${EXERCISE}${query}`);
  await signIn(page, 'liaison-jp');
  await page.locator('.tallies .cross-table').first().waitFor();
  await settled(page);
  return page;
}

async function numberIn(figure: Locator): Promise<number> {
  return Number((await figure.locator('.number').innerText()).replaceAll(',', ''));
}
