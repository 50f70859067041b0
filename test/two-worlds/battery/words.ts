/**
 * The dictionary of the battery: what one could look for. Each list begins with something that is there, goes on with
 * what is hidden, and ends with what does not exist.
 */
export interface Words {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly operationCodes: readonly string[];
  readonly organisationCodes: readonly string[];
  readonly groupCodes: readonly string[];
  readonly references: readonly string[];
  readonly names: readonly string[];
  readonly documents: readonly string[];
  readonly accounts: readonly string[];
  /** Of Ethereum, in their one spelling. */
  readonly addresses: readonly string[];
  /** By which tags name operators. */
  readonly actors: readonly string[];
  readonly operatorCodes: readonly string[];
  readonly releaseIds: readonly string[];
  readonly moveIds: readonly string[];
  /** At which something hidden was otherwise than it is now. */
  readonly instants: readonly string[];
  /** Made by somebody who sees more, by the list that gave them. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
}

/** Types whose objects are asked for or changed by id. */
export type Noun = 'Agency' | 'Operation' | 'Arrest' | 'Rescue' | 'Asset' | 'ReportedFigure' | 'Participation' | 'CriminalGroup' | 'Tag' | 'ExchangeOperator';

const NO_WORDS: Words = { ids: {}, operationCodes: [], organisationCodes: [], groupCodes: [], references: [], names: [], documents: [], accounts: [], addresses: [], actors: [], operatorCodes: [], releaseIds: [], moveIds: [], instants: [], cursors: {} };

export function joinWords(...many: readonly Partial<Words>[]): Words {
  return many.reduce<Words>(
    (all, more) => ({
      ids: joinLists(all.ids, more.ids),
      operationCodes: once(all.operationCodes, more.operationCodes),
      organisationCodes: once(all.organisationCodes, more.organisationCodes),
      groupCodes: once(all.groupCodes, more.groupCodes),
      references: once(all.references, more.references),
      names: once(all.names, more.names),
      documents: once(all.documents, more.documents),
      accounts: once(all.accounts, more.accounts),
      addresses: once(all.addresses, more.addresses),
      actors: once(all.actors, more.actors),
      operatorCodes: once(all.operatorCodes, more.operatorCodes),
      releaseIds: once(all.releaseIds, more.releaseIds),
      moveIds: once(all.moveIds, more.moveIds),
      instants: once(all.instants, more.instants),
      cursors: joinLists(all.cursors, more.cursors),
    }),
    NO_WORDS,
  );
}

function joinLists(all: Words['ids'], more: Words['ids'] = {}): Words['ids'] {
  return Object.fromEntries(once(Object.keys(all), Object.keys(more)).map((key) => [key, once(all[key], more[key])]));
}

function once(all: readonly string[] = [], more: readonly string[] = []): string[] {
  return [...new Set([...all, ...more])];
}
