import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubgraphName } from '../../cli/deployment/subgraph-names.js';
import { settingOf, SUBGRAPH_NAMES } from '../../cli/deployment/subgraph-names.js';
import type { RequestKey } from '../../shared/request-token/request-token.js';
import { authority, coordinatingBody } from '../../shared/testing/organisations.js';
import { buildTessera, freePort, tessera, type Ended, type Environment } from '../boot/tessera-process.js';
import { startReplicaSet, type ReplicaSet } from './replica-set.js';
import { AUDIENCE, startSignInService, type SignInService } from './sign-in-service.js';
import { startProcess, type StartedProcess } from './started-process.js';

/** Gateway and subgraphs as processes over a replica set of three, with sign-ins of a real OpenID provider. */
export interface Deployment {
  readonly gatewayUrl: string;
  readonly store: ReplicaSet;
  readonly signIn: SignInService;
  /** The service of another country: it may speak for Helsinki alone, and tries more. */
  readonly foreignSignIn: SignInService;
  readonly gateway: StartedProcess;
  subgraph(name: SubgraphName): StartedProcess;
  /** Gateway and subgraphs, without copies. */
  processes(): readonly StartedProcess[];
  subgraphUrl(name: SubgraphName): string;
  /** Under which the gateway speaks to a subgraph. */
  forwardingKey(name: SubgraphName): RequestKey;
  readonly feedKey: RequestKey;
  /** Starts a subgraph that had ended, where it was. */
  restart(name: SubgraphName): Promise<void>;
  /** A second process of a subgraph beside the first, at an address of its own. */
  startCopy(name: SubgraphName): Promise<{ readonly process: StartedProcess; readonly url: string }>;
  /** A command of `tessera` with the environment of an operator. */
  command(...args: readonly string[]): Promise<Ended>;
  tokenFor(name: string): Promise<string>;
  stop(): Promise<void>;
}

const OFFICER = ['reader', 'contributor', 'releaser', 'registrar', 'auditor'];
const SIGN_INS = {
  windhoek: { organisation: 'na-ncb', roles: OFFICER, maxTlp: 'RED' },
  singapore: { organisation: 'sg-ncb', roles: OFFICER, maxTlp: 'RED' },
  secretariat: { organisation: 'interpol', roles: OFFICER, maxTlp: 'RED' },
};
const FOREIGN_SIGN_INS = {
  own: { organisation: 'fi-ncb', roles: OFFICER, maxTlp: 'RED' },
  foreign: { organisation: 'na-ncb', roles: OFFICER, maxTlp: 'RED' },
};

export async function startDeployment(): Promise<Deployment> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-deployment-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    const [store, signIn, foreignSignIn] = await Promise.all([startReplicaSet(), startSignInService(SIGN_INS), startSignInService(FOREIGN_SIGN_INS), buildTessera()]);
    closers.push(() => store.stop(), () => signIn.stop(), () => foreignSignIn.stop());

    const names = [...SUBGRAPH_NAMES];
    const keys = new Map(names.map((name) => [name, newKey()]));
    const keyOf = (name: SubgraphName): RequestKey => keys.get(name) ?? newKey();
    const feedKey = newKey();
    const ports = new Map<string, number>();
    for (const part of [...names, 'gateway']) {
      ports.set(part, await freePort());
      ports.set(`${part} admin`, await freePort());
    }
    const addressOf = (part: string): string => `127.0.0.1:${String(ports.get(part))}`;

    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const issuersFile = join(folder, 'issuers.json');
    const trust = ({ issuer, jwksUrl }: SignInService, organisations: readonly string[]): object => ({ issuer, audience: AUDIENCE, algorithms: ['ES256'], type: 'at+jwt', organisations, jwksUrl, jwksSeconds: 1 });
    await writeFile(issuersFile, JSON.stringify([trust(signIn, Object.values(SIGN_INS).map(({ organisation }) => organisation)), trust(foreignSignIn, ['fi-ncb'])]));
    const everywhere = {
      ...Object.fromEntries(names.map((name) => [settingOf(name, 'URL'), `http://${addressOf(name)}`])),
      TESSERA_FEED_KEY: written(feedKey),
    };
    const ofStore = {
      MONGODB_URI: store.uri,
      TESSERA_ID_KEY: randomBytes(32).toString('base64'),
      TESSERA_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      TESSERA_VERIFYING_KEYS: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    };
    const environmentOf = (name: SubgraphName, listen: string, adminListen: string): Environment => ({
      ...everywhere, ...ofStore, [settingOf(name, 'KEY')]: written(keyOf(name)), TESSERA_LISTEN: listen, TESSERA_ADMIN_LISTEN: adminListen,
    });

    const organisationsFile = join(folder, 'organisations.json');
    await writeFile(organisationsFile, JSON.stringify([coordinatingBody('interpol'), authority('na-ncb', 'NA'), authority('sg-ncb', 'SG'), authority('fi-ncb', 'FI')]));
    const command = (...args: readonly string[]): Promise<Ended> => tessera(args, ofStore);
    const registered = await command('register', organisationsFile, '--as', 'interpol');
    if (registered.code !== 0) throw new Error(`Nobody was registered:\n${registered.stdout}${registered.stderr}`);

    const processes = new Map<string, StartedProcess>();
    const start = (part: string, args: readonly string[], environment: Environment): StartedProcess => {
      const started = startProcess(args, environment);
      processes.set(part, started);
      return started;
    };
    closers.push(async () => {
      await Promise.all([...processes.values()].map(async (running) => {
        running.signal('SIGCONT');
        running.signal('SIGKILL');
        await running.ended;
      }));
    });
    const startSubgraph = (name: SubgraphName): StartedProcess => start(name, ['subgraph', name], environmentOf(name, addressOf(name), addressOf(`${name} admin`)));
    names.forEach(startSubgraph);
    const gateway = start('gateway', ['gateway'], {
      ...everywhere,
      ...Object.fromEntries(names.map((name) => [settingOf(name, 'KEY'), written(keyOf(name))])),
      TESSERA_ISSUERS_FILE: issuersFile,
      TESSERA_LISTEN: addressOf('gateway'),
      TESSERA_ADMIN_LISTEN: addressOf('gateway admin'),
    });
    await Promise.all([...processes.values()].map((started) => started.ready()));

    const subgraph = (name: SubgraphName): StartedProcess => {
      const found = processes.get(name);
      if (found === undefined) throw new Error(`There is no process of ${name}.`);
      return found;
    };
    return {
      gatewayUrl: `http://${addressOf('gateway')}`,
      store, signIn, foreignSignIn, gateway, subgraph, feedKey, command,
      processes: () => [gateway, ...names.map(subgraph)],
      subgraphUrl: (name) => `http://${addressOf(name)}`,
      forwardingKey: keyOf,
      restart: (name) => startSubgraph(name).ready(),
      async startCopy(name) {
        const [listen, adminListen] = [`127.0.0.1:${await freePort()}`, `127.0.0.1:${await freePort()}`];
        const copy = start(`${name} ${listen}`, ['subgraph', name], environmentOf(name, listen, adminListen));
        await copy.ready();
        return { process: copy, url: `http://${listen}` };
      },
      tokenFor: (name) => signIn.tokenFor(name),
      stop: () => closeAll(closers),
    };
  } catch (fault) {
    await closeAll(closers);
    throw fault;
  }
}

async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

function newKey(): RequestKey {
  return { id: 'test', secret: randomBytes(32) };
}

function written({ id, secret }: RequestKey): string {
  return `${id}:${Buffer.from(secret).toString('base64')}`;
}
