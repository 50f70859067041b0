import type { Embedded, ReadySignIn } from '../gateway-options.js';

export function currentSignIns({ signIns }: Embedded): Promise<readonly ReadySignIn[]> {
  return typeof signIns === 'function' ? signIns() : Promise.resolve(signIns);
}

/** A data block, which no policy takes for a script. `<` is escaped so that a name cannot end it. */
export function signInsBlock(signIns: readonly ReadySignIn[]): string {
  return `<script type="application/json" id="ready-sign-ins">${jsonForHtml(signIns)}</script>`;
}

export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
