/** Whether a file is a TagPack or actor pack by its name: YAML, or JSON lines, either of them packed with gzip. */
export function isPack(file: string): boolean {
  return /\.(ya?ml|jsonl|ndjson)(\.gz)?$/i.test(file);
}
