import type { HttpResponse } from '../../shared/http/http-request.js';
import { plainText } from '../../shared/http/plain-text.js';

export const healthy = (): HttpResponse => plainText(200, 'ok');
export const notFound = (): HttpResponse => plainText(404, 'Not found.');
export const methodNotAllowed = (allow: string): HttpResponse => plainText(405, 'Method not allowed.', { allow });
export const misdirected = (): HttpResponse => plainText(421, 'This address does not answer for that host.');
