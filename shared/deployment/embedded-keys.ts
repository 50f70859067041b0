import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secrets of a deployment. Outside embedded mode they come from the environment and have no default. */
export interface DeploymentKeys {
  /** Makes ids and version tokens: whoever loses it can never find a record again. */
  readonly idKey: Buffer;
  /** Ed25519; signs receipts and chain heads. */
  readonly signingKey: KeyObject;
}

/** Embedded mode makes its keys once, in its data folder, readable by its user alone. */
export async function embeddedKeys(folder: string): Promise<DeploymentKeys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const idKey = await loadOrCreate(join(folder, 'id.key'), () => randomBytes(32).toString('base64'));
  const signingKey = await loadOrCreate(join(folder, 'signing.key.pem'), () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  return { idKey: Buffer.from(idKey, 'base64'), signingKey: privateKey(signingKey, join(folder, 'signing.key.pem')) };
}

function privateKey(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new Error(`The key ${file} is damaged: put back the copy from your backup.`, { cause });
  }
}

async function loadOrCreate(file: string, create: () => string): Promise<string> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    // Whole before it has its name, so that a start that was cut off leaves no half key; and of two processes that
    // start together only one gives the name, and both read the same.
    await writeFile(draft, create(), { mode: 0o600, flag: 'wx' });
    await link(draft, file);
  } catch (fault) {
    if (!(typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  } finally {
    await rm(draft, { force: true });
  }
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) throw new Error(`Others on this machine can read the key ${file}: take that right away with chmod 600.`);
  return readFile(file, 'utf8');
}
