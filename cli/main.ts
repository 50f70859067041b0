// type-graphql's decorators run as modules load, whichever comes first.
import 'reflect-metadata';
import { Command } from 'commander';
import { readConfig } from './config.js';
import { prepareDataFolder } from './data-folder.js';
import { addDeploymentCommands } from './deployment/commands.js';
import { addImportCommand } from './import/command.js';
import { sentenceOf } from './sentence-of.js';

// Each command loads what it needs and no more: a token is asked for in the middle of a shell line.
const program = new Command('tessera').description('A self-hosted, cross-border intelligence exchange.');

program
  .command('start')
  .description('run everything in one process over the embedded store')
  .action(async () => {
    const config = readConfig();
    await prepareDataFolder(config.dataFolder);
    const { startAllInOne } = await import('./start.js');
    const tessera = await startAllInOne(config);
    for (const { path, message } of tessera.loaded?.refusals ?? []) process.stderr.write(`Not loaded: ${path}: ${message}\n`);
    const signIns = tessera.signIns.map(({ name, displayName }) => `  ${name.padEnd(16)} ${displayName}\n`);
    // In one piece: whoever waits for the first line has the others too.
    const [playing, tagging] = [tessera.beside.whole.get('play-exercise'), tessera.beside.whole.get('load-tags')];
    const growing = playing === undefined ? '' : '\nEXERCISE MOSAIC is being played: until it is complete, its numbers grow.\n';
    process.stdout.write(`Tessera is ready at ${tessera.url}\n\nReady sign-ins (this machine only; a token: npx tessera token <name>):\n${signIns.join('')}${growing}`);
    if (tessera.exercise === 'TOO_LATE') process.stderr.write('EXERCISE MOSAIC was left out: the data folder held later entries when it was to be played. Start with a fresh TESSERA_DATA to have it.\n');
    playing?.then((whole) => {
      if (whole) process.stdout.write('EXERCISE MOSAIC is complete.\n');
      else if (stopping === undefined) process.stderr.write('EXERCISE MOSAIC is not complete: the next start goes on with it.\n');
    }, fail);
    tagging?.then((whole) => {
      if (whole) process.stdout.write('The published tags of addresses are loaded.\n');
      else if (stopping === undefined) process.stderr.write('The published tags of addresses are not all loaded: the next start goes on with them.\n');
    }, fail);
    let stopping: Promise<void> | undefined;
    const stop = (): void => {
      // Under npm a Ctrl-C arrives twice, from the terminal and passed on by npm: the second must not cut the first short.
      stopping ??= tessera.stop().then(() => process.exit(0), fail);
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });

program
  .command('token')
  .description('print a token of a ready sign-in, good for twelve hours')
  .argument('<sign-in>', 'its name, for example liaison-jp')
  .action(async (name: string) => {
    const config = readConfig();
    const { embeddedIssuer } = await import('./ready-issuer.js');
    const issuer = await embeddedIssuer(config);
    process.stdout.write(`${await issuer.tokenFor(name)}\n`);
  });

addImportCommand(program, process.env);

program
  .command('play-exercise', { hidden: true })
  .description('play the exercise that was registered; `start` does it by itself')
  .action(async () => {
    const { playExerciseInto } = await import('./play-exercise.js');
    await playExerciseInto(readConfig());
  });

program
  .command('load-tags', { hidden: true })
  .description('load the published tags of addresses; `start` does it by itself')
  .action(async () => {
    const { loadTagsInto } = await import('./load-tags.js');
    await loadTagsInto(readConfig());
  });

program
  .command('check-tallies')
  .description('compare what tallies count with the chains of the data folder')
  .action(async () => {
    const { checkEmbeddedTallies } = await import('./check-embedded-tallies.js');
    const { text, sound } = await checkEmbeddedTallies(readConfig());
    process.stdout.write(text);
    if (!sound) process.exitCode = 1;
  });

program
  .command('verify-journal')
  .description('check every chain, signed head and disclosure chain of the data folder, or of MONGODB_URI where that is set')
  .action(async () => {
    const { verifyDeployedJournals, verifyEmbeddedJournals } = await import('./verify-journals.js');
    const { namesRealStore, readAuditConfig } = await import('./deployment/store-config.js');
    const { text, sound } = namesRealStore(process.env) ? await verifyDeployedJournals(readAuditConfig(process.env)) : await verifyEmbeddedJournals(readConfig());
    process.stdout.write(text);
    if (!sound) process.exitCode = 1;
  });

addDeploymentCommands(program, process.env);

function fail(fault: unknown): never {
  process.stderr.write(`${sentenceOf(fault)}\n`);
  process.exit(1);
}

await program.parseAsync().catch(fail);
