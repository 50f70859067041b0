import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigError } from '../config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The value, once all settings were read and `assertSound` found no fault. */
export type Setting<Value> = () => Value;

/**
 * Reads the settings of a process and collects what is wrong with them, so that all of it is told at once. A value may
 * also lie in a file that `<NAME>_FILE` names, which is where secrets belong: an environment is inherited and dumped.
 */
export class SettingsReader {
  readonly #environment: Environment;
  readonly #faults: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  read<Value>(name: string, schema: z.ZodType<Value>): Setting<Value> {
    const checked = schema.safeParse(this.#textOf(name));
    if (checked.success) return () => checked.data;
    // A file that could not be read has been told already.
    if (!this.#faults.some((fault) => fault.startsWith(`${name}_FILE `))) this.#faults.push(...checked.error.issues.map(({ message }) => `${name} ${message}.`));
    return () => {
      throw new ConfigError(this.#faults);
    };
  }

  /** Throws ConfigError with every fault at once. */
  assertSound(): void {
    if (this.#faults.length > 0) throw new ConfigError(this.#faults);
  }

  #textOf(name: string): string | undefined {
    const [value, file] = [given(this.#environment[name]), given(this.#environment[`${name}_FILE`])];
    if (file === undefined) return value;
    if (value !== undefined) {
      this.#faults.push(`${name}_FILE is set beside ${name}: keep one.`);
      return undefined;
    }
    try {
      return given(readFileSync(file, 'utf8'));
    } catch {
      this.#faults.push(`${name}_FILE names ${file}, which cannot be read.`);
      return undefined;
    }
  }
}

/** What is set to nothing is not set. */
function given(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === '' ? undefined : text;
}
