import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from './config.js';
import { importPublished } from './import-published.js';
import { sentenceOf } from './sentence-of.js';
import { embeddedIssuer, startAllInOne } from './start.js';
import { verifyEmbeddedJournal } from './verify-embedded-journal.js';

const program = new Command('tessera').description('A self-hosted, cross-border intelligence exchange.');

program
  .command('start')
  .description('run everything in one process over the embedded store')
  .action(async () => {
    const tessera = await startAllInOne(readConfig());
    process.stdout.write(`Tessera is ready at ${tessera.url}\n\nReady sign-ins (this machine only; a token: npx tessera token <name>):\n`);
    for (const { name, displayName } of tessera.signIns) process.stdout.write(`  ${name.padEnd(16)} ${displayName}\n`);
    const stop = (): void => {
      tessera.stop().then(
        () => process.exit(0),
        (fault: unknown) => { fail(fault); },
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });

program
  .command('token')
  .description('print a token of a ready sign-in, good for twelve hours')
  .argument('<sign-in>', 'its name, for example liaison-jp')
  .action(async (name: string) => {
    process.stdout.write(`${await (await embeddedIssuer(readConfig())).tokenFor(name)}\n`);
  });

program
  .command('import')
  .description('import a file: published (operations as they were published)')
  .argument('<kind>', 'published')
  .argument('<file>', 'the file')
  .action(async (kind: string, file: string) => {
    if (kind !== 'published') throw new Error(`"${kind}" cannot be imported: use "published".`);
    const { text, complete } = await importPublished(readConfig(), await readFile(file, 'utf8'));
    process.stdout.write(text);
    if (!complete) process.exitCode = 1;
  });

program
  .command('verify-journal')
  .description('check every chain, signed head and disclosure chain of the data folder')
  .action(async () => {
    const { text, sound } = await verifyEmbeddedJournal(readConfig());
    process.stdout.write(text);
    if (!sound) process.exitCode = 1;
  });

function fail(fault: unknown): never {
  process.stderr.write(`${sentenceOf(fault)}\n`);
  process.exit(1);
}

await program.parseAsync().catch(fail);
