import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';
import { walkList } from './walk-list.js';

const EXERCISE = 'EXERCISE MOSAIC';
let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe('the viewer is changed in EXERCISE MOSAIC', () => {
  it('shows other records at once, and keeps none of those before', async () => {
    const page = await openExercise();
    const ofJapan = await references(page);
    await changeViewer(page, 'liaison-outside');
    const ofOutsider = await references(page);
    expect(ofJapan.length).toBeGreaterThan(0);
    expect(ofOutsider).not.toEqual(ofJapan);
    await changeViewer(page, 'liaison-jp');
    expect(await references(page)).toEqual(ofJapan);
  });

  it('says of withheld parts why they are withheld and who can lift it', async () => {
    const page = await openExercise();
    const bars = await page.locator('.records-table .withheld').allInnerTexts();
    expect(bars.length).toBeGreaterThan(0);
    for (const bar of bars) expect(bar).toMatch(/^Withheld: .+ — .+ — .+ can lift it$/);
  });

  it('shows more once a purpose and a case are stated, and nothing of it after they are withdrawn', async () => {
    const page = await openExercise();
    const without = await walkList(page);
    await page.getByLabel('Purpose').selectOption({ index: 1 });
    await page.getByLabel('Case reference').fill('検証 K-7');
    await page.getByLabel('Case reference').press('Enter');
    await recordsSettled(page);
    const stated = await walkList(page);
    expect(stated.size).toBeGreaterThan(without.size);
    await page.getByLabel('Purpose').selectOption('');
    await recordsSettled(page);
    expect(await walkList(page)).toEqual(without);
  });

  it('lists exactly as many arrests as it counts', async () => {
    const page = await openExercise();
    await page.locator('.evidence-counted a.figure').first().click();
    await recordsSettled(page);
    const rows = await walkList(page);
    const counted = await page.locator('.evidence-counted a.figure .number').first().innerText();
    expect(String(rows.size)).toBe(counted);
  });

  it('marks the exercise and keeps it out of the real operations', async () => {
    const page = await openExercise();
    await page.getByText('Exercise: invented records').waitFor();
    await page.goto(`${tessera.address}/operations`);
    expect(await page.getByLabel('Viewer', { exact: true }).locator('select').first().inputValue()).toBe('liaison-jp');
    await settled(page);
    expect(await page.locator('.list-exercises').innerText()).toContain(EXERCISE);
    expect(await page.locator('main > .list-rows').innerText()).not.toContain(EXERCISE);
  });
});

async function openExercise(): Promise<Page> {
  const page = await openPage(browser, tessera.address, '/');
  await signIn(page, 'liaison-jp');
  await page.getByRole('link', { name: EXERCISE }).click();
  await page.getByRole('heading', { level: 1, name: EXERCISE }).waitFor();
  await settled(page);
  return page;
}

async function changeViewer(page: Page, name: string): Promise<void> {
  const label = await page.locator('.viewer select option', { hasText: `(${name})` }).innerText();
  await page.getByLabel('Viewer', { exact: true }).locator('select').first().selectOption({ label });
  await recordsSettled(page);
}

async function recordsSettled(page: Page): Promise<void> {
  await page.locator('.records').waitFor();
  await settled(page);
}

async function references(page: Page): Promise<string[]> {
  return page.locator('.records-table tbody th').allInnerTexts();
}
