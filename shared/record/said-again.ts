import canonicalize from 'canonicalize';

/** One text for everything that says the same. GraphQL lets null stand for what is left out: neither says anything. */
export function textOfSaid(said: object): string {
  return canonicalize(JSON.parse(JSON.stringify(said, (_, value: unknown) => value ?? undefined))) ?? '';
}
