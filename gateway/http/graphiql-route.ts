import { randomBytes } from 'node:crypto';
import type { Embedded, ReadySignIn } from '../gateway-options.js';
import type { Route } from '../../shared/http/http-request.js';
import { methodNotAllowed } from './plain-responses.js';
import { currentSignIns } from './ready-sign-ins.js';
import { PAGE_HEADERS } from './security-headers.js';

const DEFAULT_QUERY = `# Choose a sign-in above, or set the Authorization header below.
{
  __typename
}
`;

/** GraphiQL from our own package, for embedded mode. `?as=<sign-in>` fills in that sign-in's token. */
export function graphiqlRoute(embedded: Embedded): Route {
  return async ({ method, search }) => {
    if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed('GET, HEAD');
    // Nine megabytes: loaded when somebody asks for it.
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
    const signIns = await currentSignIns(embedded);
    const chosen = signIns.find(({ name }) => name === new URLSearchParams(search).get('as'));
    const headers = JSON.stringify({ Authorization: chosen ? `Bearer ${chosen.token}` : 'Bearer ' }, null, 2);
    const nonce = randomBytes(16).toString('base64');
    const html = renderGraphiQL({ title: 'Tessera GraphiQL', endpoint: '/graphql', headers, defaultQuery: DEFAULT_QUERY });
    return {
      status: 200,
      headers: {
        ...PAGE_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': policy(nonce),
      },
      body: html
        .replace('<script>', () => `<script nonce="${nonce}">`)
        .replace('<div id="root"></div>', () => `${signInBar(signIns, chosen)}<div id="root"></div>`),
    };
  };
}

/** The editor puts styles into the page and starts its workers from blobs; scripts run only with the nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function signInBar(signIns: readonly ReadySignIn[], chosen: ReadySignIn | undefined): string {
  const links = signIns.map((signIn) => {
    const current = signIn === chosen ? ' aria-current="true"' : '';
    return `<a href="/graphiql?as=${encodeURIComponent(signIn.name)}"${current}>${escapeHtml(signIn.displayName)}</a>`;
  });
  return `<nav aria-label="Ready sign-ins">Sign in as ${links.join(' · ')}</nav>${STYLE}`;
}

const STYLE = `<style>
body { display: flex; flex-direction: column; }
nav { padding: 6px 12px; font: 14px system-ui, sans-serif; background: #fff; color: #222; }
nav a[aria-current] { font-weight: 600; }
#root { flex: 1; min-height: 0; }
</style>`;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
