import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { sentenceOf } from '../sentence-of.js';
import { isSubgraphName, SUBGRAPH_NAMES } from './subgraph-names.js';

interface Serving {
  stop(): Promise<void>;
}

/** The commands of a deployment in parts, over a real MongoDB. */
export function addDeploymentCommands(program: Command, environment: NodeJS.ProcessEnv): void {
  program
    .command('gateway')
    .description('serve the gateway of a deployment in parts')
    .action(async () => {
      const { readGatewayConfig } = await import('./gateway-config.js');
      const config = readGatewayConfig(environment);
      const { serveGateway } = await import('./serve-gateway.js');
      await untilSignalled(serveGateway(config));
    });

  program
    .command('subgraph')
    .description('serve one subgraph of a deployment in parts')
    .argument('<name>', SUBGRAPH_NAMES.join(', '))
    .action(async (name: string) => {
      if (!isSubgraphName(name)) throw new Error(`There is no subgraph "${name}". There are: ${SUBGRAPH_NAMES.join(', ')}.`);
      const { readSubgraphConfig } = await import('./subgraph-config.js');
      const config = readSubgraphConfig(name, environment);
      const { serveSubgraph } = await import('./serve-subgraph.js');
      await untilSignalled(serveSubgraph(config));
    });

  program
    .command('register')
    .description('enter organisations into the register of a deployment (MONGODB_URI)')
    .argument('<file>', 'a JSON list of organisations')
    .requiredOption('--as <organisation>', 'code of the organisation that keeps the register')
    .option('--change', 'make entries that are there as the file says; otherwise they stay', false)
    .action(async (file: string, { as, change }: { as: string; change: boolean }) => {
      const { readStoreConfig } = await import('./store-config.js');
      const config = readStoreConfig(environment);
      const content = await readFile(file, 'utf8');
      const { registerOrganisations } = await import('./register-organisations.js');
      const { text, complete } = await registerOrganisations(config, content, { keeper: as, change });
      process.stdout.write(text);
      if (!complete) process.exitCode = 1;
    });
}

/** A signal while the process still starts ends it as soon as it has started, so that nothing is left half open. */
async function untilSignalled(starting: Promise<Serving>): Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= starting
      .then((serving) => serving.stop())
      .then(
        () => process.exit(0),
        (fault: unknown) => {
          process.stderr.write(`${sentenceOf(fault)}\n`);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await starting;
}
