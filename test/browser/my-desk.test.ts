import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { askAs } from './ask-as.js';
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
    await releaseToTokyo(page, 'DESK-RELEASED');
    await statePurpose(page, 'Support an investigation', 'DESK-18');
    await page.getByRole('rowheader', { name: 'DESK-RELEASED' }).waitFor();
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

const RECORD = 'mutation ($input: RecordArrestInput!) { recordArrest(input: $input) { ... on ArrestAccepted { arrest { id version } } } }';
const RELEASE = 'mutation ($input: ReleaseRecordInput!) { releaseArrest(input: $input) { __typename } }';
const recorded = z.object({ recordArrest: z.object({ arrest: z.object({ id: z.string(), version: z.string() }) }) });

/** Windhoek records an arrest for itself alone and releases it to Tokyo. */
async function releaseToTokyo(page: Page, reference: string): Promise<void> {
  const input = { reference, country: 'NA', day: '2026-04-01', crimeType: 'VOICE_PHISHING', handling: { tlp: 'AMBER_STRICT' } };
  const { arrest } = recorded.parse(await askAs(page, 'liaison-na', RECORD, { input })).recordArrest;
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const release = { to: { organisation: 'jp-ncb' }, purpose: 'SUPPORT_INVESTIGATION', until };
  expect(await askAs(page, 'liaison-na', RELEASE, { input: { ...arrest, release } })).toEqual({ releaseArrest: { __typename: 'ArrestAccepted' } });
}
