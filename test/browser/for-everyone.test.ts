import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';

let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

const SCHEMES = ['light', 'dark'] as const;
const OPERATIONS = ['First Light 2024', 'EXERCISE MOSAIC'];

describe('axe finds nothing serious', () => {
  it.each(SCHEMES)('in the choice of a viewer and in the list of operations, %s', async (colorScheme) => {
    const page = await openPage(browser, tessera.address, '/', { colorScheme });
    await page.locator('main h1').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await signIn(page, 'liaison-jp');
    await settled(page);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each(SCHEMES.flatMap((scheme) => OPERATIONS.map((operation) => [operation, scheme] as const)))('in the picture of %s, %s', async (operation, colorScheme) => {
    const page = await openPicture(operation, { colorScheme });
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each(SCHEMES)('in the tallies of assets as of an earlier instant, %s', async (colorScheme) => {
    const page = await openAt('/operations/interpol/exercise-mosaic?tally=assets&money=EUR&asof=2025-12-15T12:00:00.000Z', { colorScheme });
    await page.locator('.flow-link').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each(SCHEMES)('on the desk, %s', async (colorScheme) => {
    for (const part of ['given', 'readers', 'released']) {
      const page = await openAt(`/desk?part=${part}`, { colorScheme });
      expect(await seriousFaults(page)).toEqual([]);
    }
  });

  it.each(SCHEMES)('in the forms with all that they can show and all that can be wrong, %s', async (colorScheme) => {
    for (const kind of ['arrests', 'rescues', 'assets']) {
      const page = await openFaultyForm(kind, { colorScheme });
      expect(await seriousFaults(page)).toEqual([]);
    }
  });

  it('in an opened figure', async () => {
    const page = await openPicture('First Light 2024', {});
    await page.locator('.evidence-reported button.figure').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('on a screen of 390 pixels', () => {
  it.each(['list', ...OPERATIONS])('%s has no horizontal scroll', async (what) => {
    const narrow = { viewport: { width: 390, height: 844 } };
    const page = what === 'list' ? await openList(narrow) : await openPicture(what, narrow);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  });

  it.each(['/operations/interpol/exercise-mosaic?tally=assets&lang=ja', '/desk', '/desk?part=readers', '/record/arrests?lang=ja', '/record/assets'])('%s has none either', async (path) => {
    const narrow = { viewport: { width: 390, height: 844 } };
    const page = path.startsWith('/record/') ? await openFaultyForm(path.slice('/record/'.length), narrow) : await openAt(path, narrow);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  });
});

describe('the page keeps to itself', () => {
  it('loads nothing from elsewhere and breaks no rule of its Content-Security-Policy', async () => {
    const page = await openPage(browser, tessera.address, '/');
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => new URL(request.url()).origin === tessera.address || elsewhere.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript("addEventListener('securitypolicyviolation', (event) => console.error('policy', event.violatedDirective, event.blockedURI))");
    const response = await page.reload();
    await signIn(page, 'liaison-jp');
    await page.getByRole('link', { name: 'EXERCISE MOSAIC' }).click();
    await page.locator('.land-named').first().waitFor();
    await settled(page);
    await page.locator('.tallies .part-head').getByRole('button', { name: 'Assets' }).click();
    await page.locator('.flow-link').first().waitFor();
    expect(await response?.headerValue('content-security-policy')).toContain("default-src 'none'");
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('keeps the token out of the address and of lasting storage', async () => {
    const page = await openPicture('First Light 2024', {});
    const block = await page.locator('#ready-sign-ins').textContent();
    const token = /"token":"([^"]+)"/.exec(block ?? '')?.[1];
    if (token === undefined) throw new Error('The page was served without ready sign-ins.');
    expect(decodeURIComponent(page.url())).not.toContain(token);
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain(token);
    expect(await page.evaluate<number>('localStorage.length')).toBe(0);
    expect(await page.evaluate<string>('document.cookie')).toBe('');
  });
});

describe('a printed picture', () => {
  it('carries its handling and the time of printing', async () => {
    const page = await openPicture('EXERCISE MOSAIC', {});
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-head').innerText()).toMatch(/^Handling of this page: TLP:/);
    expect(await page.locator('.print-foot').innerText()).toMatch(/Printed \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/);
    expect(await page.locator('.page-header').isVisible()).toBe(false);
    expect(await page.locator('.rows-out-of-sight').count()).toBeGreaterThan(0);
    expect(await page.locator('.rows-out-of-sight').first().isVisible()).toBe(false);
    await page.getByText('Only the rows that were in sight are printed.').waitFor();
  });
});

async function openAt(path: string, options: BrowserContextOptions): Promise<Page> {
  const page = await openPage(browser, tessera.address, path, options);
  await signIn(page, 'liaison-jp');
  await settled(page);
  return page;
}

/** Every part opened, a row added to each list, and sent as it is. */
async function openFaultyForm(kind: string, options: BrowserContextOptions): Promise<Page> {
  const page = await openAt(`/record/${kind}`, options);
  await page.locator('input[id^="known-"]').check();
  await page.locator('input[id^="stricter-"]').check();
  await page.locator('#field-handling-recipients').click();
  await page.locator('.recording form button[type="submit"]').click();
  await page.locator('.fault-summary').waitFor();
  return page;
}

async function openList(options: BrowserContextOptions): Promise<Page> {
  const page = await openPage(browser, tessera.address, '/', options);
  await signIn(page, 'liaison-jp');
  await settled(page);
  return page;
}

async function openPicture(operation: string, options: BrowserContextOptions): Promise<Page> {
  const page = await openList(options);
  await page.getByRole('link', { name: operation }).first().click();
  await page.getByRole('heading', { level: 1, name: operation }).waitFor();
  await settled(page);
  return page;
}

/** Run through the debugger, so that the page's own policy stays as it is. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
