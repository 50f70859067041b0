/** The fields of an input that say something; `Clearable` ones may say null. */
export type Given<Input, Clearable extends keyof Input = never> = {
  [Key in keyof Input]?: Key extends Clearable ? Exclude<Input[Key], undefined> : NonNullable<Input[Key]>;
};

/**
 * GraphQL lets null stand wherever a field may be left out, so null means "nothing said" too, except for fields
 * that can be cleared.
 */
export function given<Input extends object, Clearable extends keyof Input = never>(
  input: Input | null | undefined,
  clearable: readonly Clearable[] = [],
): Given<Input, Clearable> {
  const mayBeNull = new Set<PropertyKey>(clearable);
  const said = Object.entries(input ?? {}).filter(([field, value]) => value !== undefined && (value !== null || mayBeNull.has(field)));
  return Object.fromEntries(said) as Given<Input, Clearable>;
}
