import type { Clock } from '../clock/clock.js';
import type { DirectorySnapshot } from '../directory/directory-snapshot.js';
import { assertViewer, statesPurpose, type Viewer } from '../viewer/viewer.js';
import { nextEdge } from './clock-edges.js';
import { handlingKey, narrowerThan, normaliseLabel, type Handled, type Label } from './label.js';
import { mayCount, readsRecords, speaksFor, type Grant, type HandlingFacts } from './may-read.js';

export interface VisibleLabelsOptions {
  readonly clock: Clock;
  /** Throws when what it holds is too old; so does everything here then. */
  readonly directory: () => DirectorySnapshot;
  readonly grants: (releaseGroup: string) => readonly Grant[];
  /** Differs after every release and recall. */
  readonly releaseRevision: () => number;
  /** How many kinds of viewer are remembered. */
  readonly capacity?: number;
}

/** Handling keys at one moment. It never changes, and stays the same object while the answer is the same. */
export interface VisibleSet {
  readonly keys: readonly string[];
  has(key: string): boolean;
}

interface Known {
  readonly key: string;
  readonly handled: Handled;
}

interface Answer {
  readonly set: VisibleSet;
  /** How many of the known labels it has judged. */
  readonly judged: number;
}

/** The span of time in which one directory, one set of grants and no clock edge lie: answers hold throughout it. */
interface Epoch {
  readonly directory: DirectorySnapshot;
  readonly releases: number;
  readonly from: number;
  readonly until: number;
  readonly labels: number;
}

const CAPACITY = 256;

/** Every label of this subgraph, and which of them a viewer may see now. Filters name these keys and nothing else. */
export class VisibleLabels {
  readonly #options: VisibleLabelsOptions;
  readonly #capacity: number;
  readonly #known: Known[] = [];
  readonly #byKey = new Map<string, Handled>();
  /** Least recently asked first. */
  readonly #answers = new Map<string, Answer>();
  #epoch: Epoch | undefined;

  constructor(options: VisibleLabelsOptions) {
    this.#options = options;
    this.#capacity = options.capacity ?? CAPACITY;
  }

  /** Makes a label known and returns its handling key. A label that is not known is visible to nobody. */
  register(label: Label, reviewMonth: string | null): string {
    const key = handlingKey(label, reviewMonth);
    if (!this.#byKey.has(key)) {
      const handled: Handled = { label: normaliseLabel(label), reviewMonth, erased: false };
      this.#byKey.set(key, handled);
      this.#known.push({ key, handled });
    }
    return key;
  }

  find(key: string): Handled | undefined {
    return this.#byKey.get(key);
  }

  /** Keys of everything that the viewer may read now; nothing for whom no role lets read. */
  of(viewer: Viewer): VisibleSet {
    const countable = this.countable(viewer);
    return readsRecords(viewer) ? countable : NOTHING;
  }

  /** Keys of everything that may be counted for the viewer: what it reads, and for those who read none GREEN and CLEAR. */
  countable(viewer: Viewer): VisibleSet {
    assertViewer(viewer);
    const facts = this.#enter();
    const kind = kindOf(viewer);
    const answer = this.#judgeRest(this.#answers.get(kind) ?? UNJUDGED, viewer, facts);
    this.#answers.delete(kind);
    this.#answers.set(kind, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= this.#capacity) break;
      this.#answers.delete(oldest);
    }
    return answer.set;
  }

  /** Whether showing or counting it needs an entry in the disclosure log: another organisation's AMBER or stricter. */
  isOthersStricter(viewer: Viewer, label: Label): boolean {
    return !narrowerThan('AMBER', label.tlp) && !speaksFor(viewer, label.originator, this.facts());
  }

  /** The world as the rule sees it now. */
  facts(): HandlingFacts {
    return this.#factsOf(this.#options.directory(), this.#options.clock.now().getTime());
  }

  #factsOf(directory: DirectorySnapshot, now: number): HandlingFacts {
    return {
      now,
      organisation: (id) => directory.organisation(id),
      subjectSuspended: (subject) => directory.subjectSuspended(subject),
      operation: (id) => directory.operation(id),
      participations: (operation, organisation) => directory.participations(operation, organisation),
      grants: this.#options.grants,
    };
  }

  /** Forgets every answer when anything but the list of labels has changed since it was given. */
  #enter(): HandlingFacts {
    const directory = this.#options.directory();
    const releases = this.#options.releaseRevision();
    const now = this.#options.clock.now().getTime();
    const epoch = this.#epoch;
    const holds =
      epoch?.directory === directory && epoch.releases === releases && epoch.from <= now && now < epoch.until;
    if (!holds) this.#answers.clear();
    if (!holds || epoch.labels !== this.#known.length) {
      // A new label may bring a release group whose grants end sooner.
      const unconsidered = holds ? this.#known.slice(epoch.labels) : this.#known;
      const edge = nextEdge(now, directory, this.#grantsOf(unconsidered));
      const until = holds ? Math.min(epoch.until, edge) : edge;
      this.#epoch = { directory, releases, from: now, until, labels: this.#known.length };
    }
    return this.#factsOf(directory, now);
  }

  *#grantsOf(labels: readonly Known[]): Iterable<Grant> {
    const groups = new Set<string>();
    for (const { handled } of labels) {
      if (handled.label.releaseGroup !== null) groups.add(handled.label.releaseGroup);
    }
    for (const group of groups) yield* this.#options.grants(group);
  }

  #judgeRest(answer: Answer, viewer: Viewer, facts: HandlingFacts): Answer {
    if (answer.judged === this.#known.length) return answer;
    const added = this.#known
      .slice(answer.judged)
      .filter(({ handled }) => mayCount(viewer, handled, facts))
      .map(({ key }) => key);
    return {
      set: added.length === 0 ? answer.set : visibleSet([...answer.set.keys, ...added]),
      judged: this.#known.length,
    };
  }
}

/** Everything of a viewer that the rule looks at; two viewers of one kind see the same. */
function kindOf(viewer: Viewer): string {
  const { subject, organisation, maxTlp, purpose, roles } = viewer;
  return JSON.stringify([subject, organisation, maxTlp, purpose, statesPurpose(viewer), [...roles].sort()]);
}

function visibleSet(keys: readonly string[]): VisibleSet {
  const set = new Set(keys);
  return { keys: Object.freeze([...keys]), has: (key) => set.has(key) };
}

const NOTHING = visibleSet([]);
const UNJUDGED: Answer = { set: NOTHING, judged: 0 };
