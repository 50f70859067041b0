import { extname } from 'node:path';
import type { Embedded } from '../gateway-options.js';
import type { HttpResponse, Route } from '../../shared/http/http-request.js';
import { methodNotAllowed, notFound } from './plain-responses.js';
import { currentSignIns, signInsBlock } from './ready-sign-ins.js';
import { DASHBOARD_POLICY, PAGE_HEADERS } from './security-headers.js';
import { readStaticFiles, type StaticFile } from './static-files.js';

const INDEX = '/index.html';

/** Serves the built page. An address without a file extension is a state of the page, so it gets the page. */
export async function dashboardRoute(folder: string, embedded: Embedded | null): Promise<Route> {
  const files = await readStaticFiles(folder);
  const index = files.get(INDEX);
  if (index === undefined) throw new Error(`The dashboard folder holds no index.html. Build the dashboard first.`);

  return ({ method, path }) => {
    if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed('GET, HEAD');
    const file = path === INDEX ? undefined : files.get(path);
    if (file !== undefined) return asset(file);
    return path === INDEX || extname(path) === '' ? page(index, embedded) : notFound();
  };
}

function asset({ type, content, hashed }: StaticFile): HttpResponse {
  return {
    status: 200,
    headers: {
      ...PAGE_HEADERS,
      'content-security-policy': DASHBOARD_POLICY,
      'content-type': type,
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
    body: content,
  };
}

async function page(index: StaticFile, embedded: Embedded | null): Promise<HttpResponse> {
  const html = index.content.toString('utf8');
  return {
    status: 200,
    headers: {
      ...PAGE_HEADERS,
      'content-security-policy': DASHBOARD_POLICY,
      'content-type': index.type,
      'cache-control': 'no-store',
    },
    body: embedded === null ? html : withNotice(withSignIns(html, signInsBlock(await currentSignIns(embedded))), embedded.notice?.() ?? null),
  };
}

/** A function as replacement: `$` in a name must not be read as a pattern. */
function withSignIns(html: string, block: string): string {
  return html.replace('</head>', () => `${block}</head>`);
}

/** In the page itself, above everything that is asked for later: numbers must not be seen without it. */
function withNotice(html: string, notice: string | null): string {
  if (notice === null) return html;
  const text = notice.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return html.replace('<body>', () => `<body><p class="notice" role="status">${text}</p>`);
}
