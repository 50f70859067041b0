import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';

const EXERCISE = 'interpol/exercise-mosaic';
let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

describe('an officer records an arrest', () => {
  it('is led from the summary of what is missing to each field, and loses nothing', async () => {
    const page = await openForm('arrests');
    await page.getByLabel('Name in Latin script').waitFor({ state: 'detached' });
    await page.getByLabel('Reference', { exact: true }).fill('FORM-1');
    await page.getByRole('button', { name: 'Record the arrest' }).click();
    const summary = page.locator('.fault-summary');
    await summary.waitFor();
    expect(await page.evaluate("document.activeElement.className")).toBe('fault-summary');
    expect(await page.title()).toMatch(/^Error: /);
    await summary.getByRole('link', { name: 'Choose how far it may go.' }).click();
    expect(await page.evaluate('document.activeElement.value')).toBe('CLEAR');
    await summary.getByRole('link', { name: /^Enter the day/ }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-day');
    expect(await page.locator('#field-day').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Reference', { exact: true }).inputValue()).toBe('FORM-1');
  });

  it('reads what the exchange finds wrong at the field that can mend it', async () => {
    const page = await openForm('arrests');
    await fillAction(page, 'FORM-2', '2999-01-01');
    await page.getByLabel('Principal crime type').selectOption('PHISHING');
    await page.getByLabel('H3: other restriction').check();
    await page.getByRole('button', { name: 'Record the arrest' }).click();
    await page.locator('.fault-summary').waitFor();
    expect(await page.locator('#field-day-fault').innerText()).toContain('lies in the future');
    expect(await page.locator('#field-handling-fault').innerText()).toContain('H3 goes only with RED or AMBER_STRICT');
    expect(await page.locator('#field-day').inputValue()).toBe('2999-01-01');
  });

  it('is given a receipt, and told of a reference that is taken, with the way out', async () => {
    const page = await openForm('arrests');
    await fillAction(page, 'FORM-3');
    await page.getByLabel('Principal crime type').selectOption('PHISHING');
    await page.getByLabel('Record who it is').check();
    await page.getByLabel('Name in Latin script').fill('Invented Form Person');
    await page.getByLabel('Handle this part more strictly').check();
    await page.locator('#field-suspect-handling-tlp-AMBER_STRICT').check();
    await page.getByRole('button', { name: 'Record the arrest' }).click();
    const receipt = page.locator('.receipt');
    await receipt.waitFor();
    expect(await receipt.innerText()).toMatch(/FORM-3[\s\S]+TLP:GREEN[\s\S]+[0-9a-f]{64}/);

    await page.getByRole('button', { name: 'Record another arrest' }).click();
    expect(await page.locator('#field-country').inputValue()).toBe('JP');
    expect(await page.getByLabel('Record who it is').isChecked()).toBe(false);
    await page.getByLabel('Reference', { exact: true }).fill('FORM-3');
    await page.getByRole('button', { name: 'Record the arrest' }).click();
    await page.getByRole('heading', { name: 'This reference is taken' }).waitFor();
    expect(await page.getByLabel('Reference', { exact: true }).inputValue()).toBe('FORM-3');
    await page.getByRole('link', { name: 'See what your organisation has recorded' }).click();
    await page.getByRole('rowheader', { name: /^FORM-3/ }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Reference', { exact: true }).inputValue()).toBe('FORM-3');
  });

  it('may send again what was lost on its way: it is recorded once', async () => {
    const page = await openForm('arrests');
    await fillAction(page, 'FORM-4');
    await page.getByLabel('Principal crime type').selectOption('PHISHING');
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await page.getByRole('button', { name: 'Record the arrest' }).click();
    await page.getByRole('heading', { name: 'It is not known whether this was recorded' }).waitFor();
    await page.getByRole('button', { name: 'Record the arrest' }).click();
    await page.getByRole('heading', { name: 'This was already recorded' }).waitFor();
  });

  it('is told before filling anything in when it may not record', async () => {
    const page = await openPage(browser, tessera.address, '/record/arrests');
    await signIn(page, 'analyst-jp');
    await page.getByText('You may look at what is here, but not record.').waitFor();
    expect(await page.locator('form.recording, .recording form').count()).toBe(0);
  });
});

describe('an officer without a mouse, on a narrow screen', () => {
  it('records a rescue', async () => {
    const page = await openForm('rescues', { width: 390, height: 844 });
    await page.getByLabel('Reference', { exact: true }).focus();
    await page.keyboard.type('FORM-R-1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Namibia');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2026-04-01');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const receipt = page.locator('.receipt');
    await receipt.waitFor();
    expect(await receipt.innerText()).toMatch(/FORM-R-1[\s\S]+TLP:GREEN/);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  });
});

describe('an asset', () => {
  it('is recorded with an exact value and named recipients, and stands in the list of the operation', async () => {
    const page = await openForm('assets');
    await fillAction(page, 'FORM-S-1');
    await page.getByLabel('Kind', { exact: true }).selectOption('BANK_ACCOUNT');
    await page.getByLabel('Frozen').check();
    await page.locator('#field-value-amount').fill('90071992547409931');
    await page.getByLabel('Currency or network of the value').selectOption('currency:JPY');
    await page.getByRole('button', { name: 'Name a recipient' }).click();
    await page.locator('#field-handling-recipients-0-organisation').selectOption('sg-ncb');
    await page.getByRole('button', { name: 'Record the asset' }).click();
    await page.locator('.receipt').waitFor();
    await page.goto(`${tessera.address}/operations/${EXERCISE}?records=assets&of=JP&currency=JPY`);
    await settled(page);
    const row = page.locator('.records-table tr', { has: page.getByRole('rowheader', { name: /^FORM-S-1/ }) });
    expect(await row.innerText()).toContain('JPY 90,071,992,547,409,931');
  });
});

async function openForm(kind: string, viewport = { width: 1280, height: 1000 }): Promise<Page> {
  const page = await openPage(browser, tessera.address, `/record/${kind}?operation=${encodeURIComponent(EXERCISE)}`, { viewport });
  await signIn(page, 'liaison-jp');
  await page.getByLabel('Reference', { exact: true }).waitFor();
  return page;
}

async function fillAction(page: Page, reference: string, day = '2026-04-01'): Promise<void> {
  await page.getByLabel('Reference', { exact: true }).fill(reference);
  await page.locator('#field-country').selectOption('JP');
  await page.locator('#field-day').fill(day);
  await page.locator('#field-handling-tlp-GREEN').check();
}
