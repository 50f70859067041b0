import { createEmbeddedIssuer, type EmbeddedIssuer } from '../gateway/embedded-issuer.js';
import { READY_SIGN_INS } from '../seed/sign-ins.js';
import { systemClock } from '../shared/clock/clock.js';
import type { Config } from './config.js';

/** The issuer of the ready sign-ins, whose key lies in the data folder. */
export function embeddedIssuer({ dataFolder }: Config): Promise<EmbeddedIssuer> {
  return createEmbeddedIssuer({ folder: dataFolder, signIns: READY_SIGN_INS, clock: systemClock });
}
