import type { Page } from 'playwright-core';
import { z } from 'zod';

const signIns = z.array(z.object({ name: z.string(), token: z.string() }));

/** What the exchange behind a page answers to a ready sign-in that asks or changes something beside it. */
export async function askAs(page: Page, name: string, query: string, variables: object = {}): Promise<unknown> {
  const found = signIns.parse(JSON.parse((await page.locator('#ready-sign-ins').textContent()) ?? '[]')).find((signIn) => signIn.name === name);
  if (found === undefined) throw new Error(`There is no sign-in ${name}.`);
  const response = await fetch(new URL('/graphql', page.url()), {
    method: 'POST',
    headers: { authorization: `Bearer ${found.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = z.object({ data: z.unknown(), errors: z.unknown().optional() }).parse(await response.json());
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}
