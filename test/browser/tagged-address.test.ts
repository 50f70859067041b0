import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { askAs } from './ask-as.js';
import { openBrowser, openPage, settled, signIn } from './open-browser.js';
import { startTessera, type RunningTessera } from './start-tessera.js';

const WALLET = '0xde709f2102306220921060314715629080e2fb77';

let browser: Browser;
let tessera: RunningTessera;

beforeAll(async () => {
  [browser, tessera] = await Promise.all([openBrowser(), startTessera()]);
  const start = await openPage(browser, tessera.address, '/operations');
  const record = (mutation: string, input: object): Promise<unknown> =>
    askAs(start, 'liaison-na', `mutation ($input: ${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename } }`, { input });
  const tag = { network: 'ETHEREUM', address: WALLET, label: 'Invented exchange 1', source: 'A list', confidence: 'web_crawl', category: 'exchange', actor: 'invented', handling: { tlp: 'GREEN' } };
  await record('recordTag', { ...tag, reference: 'T-1' });
  await record('recordTag', { ...tag, reference: 'T-2', label: 'Invented mixer', source: 'Case 7', confidence: 'forensic', category: 'mixing_service', actor: null });
  await record('recordTag', { ...tag, reference: 'T-3', label: 'Invented secret', handling: { tlp: 'RED' } });
  await record('recordExchangeOperator', { reference: 'invented', actor: 'invented', name: 'Invented Exchange', jurisdictions: ['JP'], handling: { tlp: 'GREEN' } });
  await record('recordAsset', {
    reference: 'W-1', country: 'NA', day: '2026-04-01', kind: 'VIRTUAL_ASSET', custodyState: 'FROZEN', value: { amount: '1.5', network: 'ETHEREUM' }, identifiers: { walletAddress: WALLET }, handling: { tlp: 'GREEN' },
  });
});
afterAll(async () => {
  await browser.close();
  await tessera.stop();
});

async function atWallet(signInName: string): Promise<Page> {
  const page = await openPage(browser, tessera.address, '/operations');
  await signIn(page, signInName);
  await page.getByRole('searchbox').fill(WALLET);
  await page.waitForURL(/\/wallet\/ETHEREUM/);
  await settled(page);
  return page;
}

describe('an address that is typed into the search', () => {
  it('shows its tags side by side, what they disagree on, whom to ask and what was seized there', async () => {
    const page = await atWallet('liaison-jp');
    await page.getByText('Frozen or seized there').waitFor();
    const text = await page.locator('main').innerText();
    for (const shown of [WALLET, 'Invented exchange 1', 'Invented mixer', 'The sources disagree', 'Japan: NCB Tokyo', 'W-1']) expect(text).toContain(shown);
    expect(text).not.toContain('Invented secret');
    expect(await page.locator('.records-table').first().locator('tbody tr').count()).toBe(2);
  });

  it('leads on from the wallet of an asset', async () => {
    const page = await atWallet('liaison-jp');
    const link = page.getByRole('link', { name: WALLET });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/wallet/ETHEREUM%3A${WALLET}`);
  });

  it('says in Japanese as well that nothing is known', async () => {
    const page = await openPage(browser, tessera.address, '/wallet/BITCOIN%3A1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?lang=ja');
    await signIn(page, 'liaison-jp');
    await page.getByText('閲覧できるタグはありません').waitFor();
    expect(await page.title()).toContain('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa');
  });
});
