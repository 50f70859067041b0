export interface ReadySignIn {
  readonly name: string;
  readonly displayName: string;
  readonly organisation: string;
  readonly token: string;
}

/** The sign-ins that the server of an embedded exchange writes into the page; none elsewhere. */
export function readySignIns(page: Document): readonly ReadySignIn[] {
  const block = page.getElementById('ready-sign-ins');
  if (block === null) return [];
  const listed: unknown = JSON.parse(block.textContent || '[]');
  return Array.isArray(listed) ? listed.filter(isReadySignIn) : [];
}

/** The same list with tokens of now. The page stays as it is, with everything that was typed into it. */
export async function freshSignIns(): Promise<readonly ReadySignIn[]> {
  const response = await fetch('/', { cache: 'no-store', credentials: 'omit' });
  if (!response.ok) throw new Error('The exchange did not answer with its page.');
  return readySignIns(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

function isReadySignIn(value: unknown): value is ReadySignIn {
  if (typeof value !== 'object' || value === null) return false;
  return ['name', 'displayName', 'organisation', 'token'].every((field) => typeof Reflect.get(value, field) === 'string');
}
