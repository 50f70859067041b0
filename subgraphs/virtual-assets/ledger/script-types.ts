/** Kinds of output scripts, in the words of the field. The position in this list is what the ledger stores: append only. */
export const SCRIPT_TYPES = ['nonstandard', 'p2pk', 'p2pkh', 'p2sh', 'multisig', 'op_return', 'p2wpkh', 'p2wsh', 'p2tr', 'witness_unknown', 'anchor'] as const;
export type ScriptType = (typeof SCRIPT_TYPES)[number];

/** The names that Bitcoin Core gives them in `scriptPubKey.type`. */
const CORE_NAMES: Readonly<Record<string, ScriptType>> = {
  nonstandard: 'nonstandard',
  pubkey: 'p2pk',
  pubkeyhash: 'p2pkh',
  scripthash: 'p2sh',
  multisig: 'multisig',
  nulldata: 'op_return',
  witness_v0_keyhash: 'p2wpkh',
  witness_v0_scripthash: 'p2wsh',
  witness_v1_taproot: 'p2tr',
  witness_unknown: 'witness_unknown',
  anchor: 'anchor',
};

const KNOWN: ReadonlySet<string> = new Set(SCRIPT_TYPES);

/** A name that nobody knows is an output of no known standard. */
export function scriptType(name: unknown): ScriptType {
  if (typeof name !== 'string') return 'nonstandard';
  if (KNOWN.has(name)) return name as ScriptType;
  return Object.hasOwn(CORE_NAMES, name) ? (CORE_NAMES[name] ?? 'nonstandard') : 'nonstandard';
}
