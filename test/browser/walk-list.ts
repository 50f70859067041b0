import type { Page } from 'playwright-core';

const MOST_SCREENS = 400;
const LIST = '.scroll-window';

/** Scrolls a windowed list from its first row to its last; the heads of the rows by the place that they say they have. */
export async function walkList(page: Page): Promise<ReadonlyMap<number, string>> {
  const list = page.locator(LIST);
  const seen = new Map<number, string>();
  await scrollListTo(page, '0');
  for (let screen = 0; screen < MOST_SCREENS; screen += 1) {
    await list.locator('.row-to-come').first().waitFor({ state: 'detached' });
    for (const row of await list.locator('tbody tr[aria-rowindex]').all()) {
      seen.set(Number(await row.getAttribute('aria-rowindex')), await row.locator('th').innerText());
    }
    const before = await place(page);
    await scrollListTo(page, 'list.scrollTop + list.clientHeight');
    await page.waitForTimeout(50);
    if ((await place(page)) === before && (await list.locator('.row-to-come').count()) === 0) return seen;
  }
  throw new Error(`The list has no end after ${String(MOST_SCREENS)} screens.`);
}

/** `top` is an expression over the list. */
export async function scrollListTo(page: Page, top: string): Promise<void> {
  await page.evaluate(`{ const list = document.querySelector('${LIST}'); list.scrollTo(0, ${top}); }`);
}

function place(page: Page): Promise<number> {
  return page.evaluate<number>(`document.querySelector('${LIST}').scrollTop`);
}
