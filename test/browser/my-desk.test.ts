import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';
import { walkList } from './walk-list.js';

let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe("an officer's own desk", () => {
  it('lists what the own organisation gave, and nothing of others', async () => {
    const tokyo = await walkList(await openDesk('liaison-jp', ''));
    const windhoek = await walkList(await openDesk('liaison-na', ''));
    expect(tokyo.size).toBeGreaterThan(0);
    expect(windhoek.size).toBeGreaterThan(0);
    expect([...tokyo.values()].filter((reference) => [...windhoek.values()].includes(reference))).toEqual([]);
  });

  it('says who read it, for what purpose and in which case', async () => {
    const reader = await openPage(browser, tessera.address, '/operations/interpol/exercise-mosaic?records=arrests');
    await signIn(reader, 'liaison-jp');
    await settled(reader);
    await statePurpose(reader, 'Support an investigation', 'DESK-17');
    const read = await walkList(reader);

    const page = await openDesk('liaison-na', '?part=readers');
    const row = page.locator('.disclosures tbody tr', { hasText: 'DESK-17' }).first();
    await row.waitFor();
    expect(await row.innerText()).toMatch(/NCB Tokyo[\s\S]+Support an investigation[\s\S]+DESK-17/);
    const shown = page.locator('.disclosures tbody tr', { has: page.locator('summary') }).first();
    await shown.locator('summary').click();
    const name = shown.locator('.shown-records li').first();
    await name.locator('time').waitFor();
    expect([...read.values()].join()).toContain((await name.innerText()).split(' ')[0]);
  });

  it('keeps that log to auditors', async () => {
    const page = await openDesk('police-tokyo', '?part=readers');
    await page.getByText('This log is open to the role “auditor”').waitFor();
  });

  it('shows what was released for the purpose that is stated, and says that one must be', async () => {
    const page = await openDesk('liaison-jp', '?part=released');
    await page.getByText('A release is for one purpose.').waitFor();
    await statePurpose(page, 'Support an investigation', 'DESK-18');
    await page.getByRole('rowheader', { name: /^MOSAIC-A-/ }).first().waitFor();
    expect(await page.locator('.records-table').innerText()).toContain('released to you for: Support an investigation');
  });
});

async function openDesk(as: string, query: string): Promise<Page> {
  const page = await openPage(browser, tessera.address, `/desk${query}`);
  await signIn(page, as);
  await settled(page);
  return page;
}

async function statePurpose(page: Page, purpose: string, caseReference: string): Promise<void> {
  await page.getByLabel('Purpose').selectOption({ label: purpose });
  await page.getByLabel('Case reference').fill(caseReference);
  await page.getByLabel('Case reference').press('Enter');
  await settled(page);
}
