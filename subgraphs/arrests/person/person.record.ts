/** The identity of a person as it is stored. */
export interface PersonRecord {
  readonly name: string;
  readonly nameOriginal: string | null;
  readonly aliases: readonly string[];
  readonly birthDate: string | null;
  readonly nationalities: readonly string[];
  readonly documents: readonly { readonly type: string; readonly country: string | null; readonly number: string }[];
  readonly sex: string | null;
}
