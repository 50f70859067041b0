/** Conditions on an identity part. The caller joins them with the part's own label: otherwise they would leak it. */
export function personMatches({ name, documentNumber }: { name?: string | undefined; documentNumber?: string | undefined }): object[] {
  const conditions: object[] = [];
  if (name !== undefined) conditions.push({ $or: [{ 'identity.name': name }, { 'identity.nameOriginal': name }, { 'identity.aliases': name }] });
  if (documentNumber !== undefined) conditions.push({ 'identity.documents.number': documentNumber });
  return conditions;
}
