import { ask, officer } from '../../shared/testing/ask.js';
import { change, remove, type Changed } from '../../shared/testing/change.js';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { BODY, organisationAt, OWNERS, WAYS, type Kind, type PlainAction, type PlainLabel, type PlainViewer } from './plain-actions.js';
import { CORRECTED, inMajorUnits, partsOf, said } from './plain-inputs.js';
import { registerOperation } from './register-operation.js';
import { countsFor, reachedNow, seesOperation } from './plain-rule.js';
import { isOpen, mayRecordUnder, organisationNamed, presentOf, type Participation, type PlainOperation, type PlainRecord, type PlainWorld, type Release, type Version } from './plain-world.js';

/** Assets move on a day on which each of them had been found. */
const DAY_OF_MOVES = '2026-04-30';
const HOUR = 3_600_000;

type Doing<Do extends PlainAction['do']> = Extract<PlainAction, { readonly do: Do }>;

/**
 * Carries out actions in an exchange and notes in the plain world what they come to. What nobody could do then (there
 * is nothing to correct yet) is passed over; what is done must be accepted, and a refusal is a fault.
 */
export class CarryOut {
  readonly #exchange: TestExchange;
  readonly #world: PlainWorld;
  readonly #operations: readonly PlainOperation[];
  readonly #name: string;
  /** How many records stood in the world before. */
  readonly #before: number;
  #references = 0;
  /** How often each thing was done: a history that does nothing proves nothing. */
  readonly done = new Map<PlainAction['do'], number>();

  private constructor(exchange: TestExchange, world: PlainWorld, name: string, operations: readonly PlainOperation[]) {
    this.#exchange = exchange;
    this.#world = world;
    this.#name = name;
    this.#operations = operations;
    this.#before = world.records.length;
  }

  /** Under two operations of its own: others of the cast take part in the one than in the other. */
  static async begin(exchange: TestExchange, world: PlainWorld, name: string): Promise<CarryOut> {
    const founding = [
      [{ organisation: 'jp-ncb', role: 'LEAD' }, { organisation: 'na-ncb', role: 'PARTICIPANT' }, { organisation: 'kr-ncb', role: 'OBSERVER' }],
      [{ organisation: 'na-ncb', role: 'LEAD' }, { organisation: 'sg-ncb', role: 'PARTICIPANT' }, { organisation: 'jp-bank', role: 'PARTICIPANT' }],
    ];
    const operations = [];
    for (const [index, participants] of founding.entries()) operations.push(await registerOperation(exchange, `${name}-${index}`, participants));
    world.operations.push(...operations);
    world.now = exchange.clock.now().getTime();
    return new CarryOut(exchange, world, name, operations);
  }

  get operations(): readonly PlainOperation[] {
    return this.#operations;
  }

  /** Does one thing a millisecond later, and gives the instant. */
  async act(action: PlainAction): Promise<number> {
    await this.wait(action.do === 'wait' ? action.milliseconds : 1);
    if (await this.#do(action)) this.done.set(action.do, (this.done.get(action.do) ?? 0) + 1);
    return this.#world.now;
  }

  async wait(milliseconds: number): Promise<void> {
    await this.#exchange.moveClock(milliseconds);
    this.#world.now = this.#exchange.clock.now().getTime();
  }

  #do(action: PlainAction): Promise<boolean> {
    switch (action.do) {
      case 'record':
        return this.#record(action);
      case 'correct':
        return this.#correct(action);
      case 'move':
        return this.#move(action);
      case 'take back a move':
        return this.#takeBackMove(action);
      case 'retract':
        return this.#retract(action);
      case 'relabel':
        return this.#relabel(action);
      case 'release':
        return this.#release(action);
      case 'recall':
        return this.#recall(action);
      case 'erase':
        return this.#erase(action);
      case 'claim':
        return this.#claim(action);
      case 'take back a claim':
        return this.#takeBackClaim(action);
      case 'join':
        return this.#join(action);
      case 'decide':
        return this.#decide(action);
      case 'leave':
        return this.#leave(action);
      case 'relabel operation':
        return this.#relabelOperation(action);
      case 'wait':
        return Promise.resolve(true);
    }
  }

  async #record({ kind, by, under, label, facts }: Doing<'record'>): Promise<boolean> {
    const originator = organisationAt(by, OWNERS);
    const chosen = this.#operations[under % (this.#operations.length + 1)];
    const operation = chosen !== undefined && mayRecordUnder(originator, chosen, this.#world.now) && this.#sees(originator, chosen) ? chosen : null;
    const handling = this.#handling(label, operation, originator);
    const reference = `${this.#name}/${(this.#references += 1)}`;
    const input = { reference, operation: operation?.code ?? null, handling: handling.input, ...said(kind, facts) };
    const { id, version } = await change(this.#exchange, officer(originator), `record${kind}`, input);
    const first = { from: this.#world.now, facts, moves: [], parts: partsOf(kind, facts, []) };
    this.#world.records.push({ kind, id, originator, operation, version, ...handling.stands, releases: [], state: 'STANDS', versions: [first], retractedAt: null, sayings: [] });
    return true;
  }

  async #correct({ pick, facts, which }: Doing<'correct'>): Promise<boolean> {
    const record = this.#standing(pick);
    if (record === undefined) return false;
    const before = presentOf(record);
    const fields = which.filter((field) => CORRECTED[record.kind].includes(field) && !(field === 'value' && before.moves.length > 0));
    if (fields.length === 0) return false;
    const after = { ...before.facts, ...Object.fromEntries(fields.map((field) => [field, facts[field]])) };
    const input = said(record.kind, after);
    await this.#edit(record, `correct${record.kind}`, Object.fromEntries(fields.map((field) => [field, input[field]])));
    this.#stands(record, { facts: after, moves: before.moves });
    return true;
  }

  async #move({ pick, to, half }: Doing<'move'>): Promise<boolean> {
    const record = this.#standing(pick, 'Asset');
    if (record === undefined) return false;
    const { facts, parts, moves } = presentOf(record);
    const movable = parts.filter(({ state }) => state in WAYS);
    const part = movable[to % Math.max(1, movable.length)];
    const ways = part === undefined ? [] : (WAYS[part.state] ?? []);
    const next = ways[to % Math.max(1, ways.length)];
    if (part === undefined || next === undefined) return false;
    const units = half && part.units !== null && part.units > 1n ? part.units / 2n : null;
    const amount = units === null || facts.value === null ? {} : { amount: inMajorUnits(units, facts.value.unit) };
    await this.#edit(record, 'moveAsset', { from: part.state, to: next, day: DAY_OF_MOVES, legalBasis: 'An invented order.', ...amount });
    this.#stands(record, { facts, moves: [...moves, { from: part.state, to: next, units }] });
    return true;
  }

  async #takeBackMove({ pick }: Doing<'take back a move'>): Promise<boolean> {
    const record = this.#standing(pick, 'Asset', ({ moves }) => moves.length > 0);
    if (record === undefined) return false;
    const { facts, moves } = presentOf(record);
    const { data } = await ask(this.#exchange, officer(record.originator), 'query ($id: ID!) { asset(id: $id) { custodyChain { id retractedAt } } }', { id: record.id });
    const chain = (data as { readonly asset: { readonly custodyChain: readonly { readonly id: string; readonly retractedAt: string | null }[] } }).asset.custodyChain;
    const last = chain.findLast(({ retractedAt }) => retractedAt === null);
    await this.#edit(record, 'retractAssetMove', { moveId: last?.id });
    this.#stands(record, { facts, moves: moves.slice(0, -1) });
    return true;
  }

  async #retract({ pick }: Doing<'retract'>): Promise<boolean> {
    const record = this.#standing(pick);
    if (record === undefined) return false;
    await remove(this.#exchange, officer(record.originator), `retract${record.kind}`, { id: record.id, version: record.version });
    record.state = 'RETRACTED';
    record.retractedAt = this.#world.now;
    return true;
  }

  async #relabel({ pick, label }: Doing<'relabel'>): Promise<boolean> {
    const record = this.#standing(pick);
    if (record === undefined) return false;
    const { input, stands } = this.#handling(label, record.operation, record.originator);
    await this.#edit(record, `relabel${record.kind}`, { handling: input });
    Object.assign(record, stands);
    return true;
  }

  async #release({ pick, to, purpose, hours }: Doing<'release'>): Promise<boolean> {
    const record = this.#standing(pick);
    const recipient = record === undefined ? null : this.#recipient(record.originator, to);
    if (record === undefined || recipient === null) return false;
    const until = this.#world.now + hours * HOUR;
    const release = { to: recipient.input, purpose, until: new Date(until).toISOString(), withIdentity: false };
    const { releases } = await this.#edit(record, `release${record.kind}`, { release });
    const added = (releases ?? []).find(({ id }) => !record.releases.some((known) => known.id === id));
    if (added !== undefined) record.releases.push({ id: added.id, to: recipient.to, purpose, until, recalled: false });
    return added !== undefined;
  }

  async #recall({ pick }: Doing<'recall'>): Promise<boolean> {
    const record = this.#own().filter(({ state, releases }) => state === 'STANDS' && releases.some(({ recalled }) => !recalled)).find((_, index, all) => index === pick % all.length);
    const release = record?.releases.find(({ recalled }) => !recalled);
    if (record === undefined || release === undefined) return false;
    const { version } = await change(this.#exchange, officer(record.originator), `recall${record.kind}Release`, { id: record.id, releaseId: release.id });
    record.version = version;
    release.recalled = true;
    return true;
  }

  async #erase({ pick }: Doing<'erase'>): Promise<boolean> {
    const kept = this.#own().filter(({ state }) => state !== 'ERASED');
    const record = kept[pick % Math.max(1, kept.length)];
    if (record === undefined) return false;
    await remove(this.#exchange, officer(record.originator), `erase${record.kind}`, { id: record.id, version: record.version });
    record.state = 'ERASED';
    return true;
  }

  async #claim({ pick, with: chosen, first, both }: Doing<'claim'>): Promise<boolean> {
    const record = this.#standing(pick);
    if (record === undefined) return false;
    // Also with what earlier histories recorded.
    const others = this.#world.records.filter((other) => other.kind === record.kind && other.originator !== record.originator && other.state === 'STANDS' && this.#reads(record.originator, other));
    const other = others[chosen % Math.max(1, others.length)];
    if (other === undefined) return false;
    const counts = first ? record.id : other.id;
    await this.#edit(record, `propose${record.kind}DoubleClaim`, { other: other.id, counts });
    this.#says(record, other.id, counts);
    if (!both || !this.#reads(other.originator, record)) return true;
    await this.#edit(other, `accept${record.kind}DoubleClaim`, { other: record.id, counts });
    this.#says(other, record.id, counts);
    return true;
  }

  async #takeBackClaim({ pick, decline }: Doing<'take back a claim'>): Promise<boolean> {
    const speaking = this.#own().filter(({ state, sayings }) => state === 'STANDS' && sayings.some(({ until }) => until === null));
    const record = speaking[pick % Math.max(1, speaking.length)];
    const saying = record?.sayings.find(({ until }) => until === null);
    if (record === undefined || saying === undefined) return false;
    const other = this.#world.records.find(({ id, state }) => id === saying.other && state === 'STANDS');
    const declines = decline && other !== undefined && this.#reads(record.originator, other);
    await this.#edit(record, `${declines ? 'decline' : 'withdraw'}${record.kind}DoubleClaim`, { other: saying.other });
    this.#says(record, saying.other, null, declines);
    return true;
  }

  async #join({ operation: number, organisation: who, role }: Doing<'join'>): Promise<boolean> {
    const operation = this.#operation(number);
    const organisation = organisationAt(who);
    if (organisation === BODY || operation.participations.some((taking) => taking.organisation === organisation && isOpen(taking, this.#world.now))) return false;
    const { id, version } = await change(this.#exchange, officer(BODY), 'addParticipation', { operation: operation.code, organisation, role });
    operation.participations.push({ id, version, operation, organisation, role, founding: false, joinedAt: this.#world.now, endedAt: null, decisions: new Map() });
    return true;
  }

  async #decide({ pick, by, decision }: Doing<'decide'>): Promise<boolean> {
    const originator = organisationAt(by);
    const open = this.#participations().filter(({ founding, operation }) => !founding && this.#sees(originator, operation));
    const taking = open[pick % Math.max(1, open.length)];
    if (taking === undefined || organisationNamed(originator).class === 'INSTITUTION') return false;
    const { version } = await change(this.#exchange, officer(originator), 'decideParticipation', { id: taking.id, decision });
    taking.version = version;
    taking.decisions.set(originator, decision);
    return true;
  }

  async #leave({ pick }: Doing<'leave'>): Promise<boolean> {
    const open = this.#participations().filter(({ endedAt }) => endedAt === null);
    const taking = open[pick % Math.max(1, open.length)];
    if (taking === undefined) return false;
    const { version } = await change(this.#exchange, officer(BODY), 'endParticipation', { id: taking.id, version: taking.version });
    taking.version = version;
    taking.endedAt = this.#world.now;
    return true;
  }

  async #relabelOperation({ operation: number, tlp }: Doing<'relabel operation'>): Promise<boolean> {
    const operation = this.#operation(number);
    const { version } = await change(this.#exchange, officer(BODY), 'relabelOperation', { id: operation.id, version: operation.version, handling: { tlp } });
    operation.version = version;
    operation.tlp = tlp;
    return true;
  }

  /** H2 names whom AMBER reaches today, for ever. */
  #handling({ tlp, frozen: wished, names }: PlainLabel, operation: PlainOperation | null, originator: string): { input: object; stands: Pick<PlainRecord, 'tlp' | 'frozen' | 'names'> } {
    const named = [...new Set(names.map((number) => organisationAt(number)))];
    const frozen = wished && tlp === 'AMBER' && operation !== null;
    const input = { tlp, codes: frozen ? ['H2'] : [], recipients: named.map((organisation) => ({ organisation })) };
    return { input, stands: { tlp, frozen, names: frozen ? [...named, ...reachedNow(this.#world, originator, operation)] : named } };
  }

  #recipient(originator: string, to: Doing<'release'>['to']): { input: object; to: Release['to'] } | null {
    if ('organisation' in to) return { input: { organisation: organisationAt(to.organisation) }, to };
    if ('bureauOf' in to) {
      const { country } = organisationNamed(organisationAt(to.bureauOf));
      return country === null ? null : { input: { ncbOf: country }, to };
    }
    const operation = this.#operation(to.operation);
    return this.#sees(originator, operation) ? { input: { operation: operation.code }, to: { code: operation.code } } : null;
  }

  async #edit(record: PlainRecord, mutation: string, more: object): Promise<Changed> {
    const changed = await change(this.#exchange, officer(record.originator), mutation, { id: record.id, version: record.version, ...more });
    record.version = changed.version;
    return changed;
  }

  #stands(record: PlainRecord, { facts, moves }: Pick<Version, 'facts' | 'moves'>): void {
    record.versions.push({ from: this.#world.now, facts, moves, parts: partsOf(record.kind, facts, moves) });
  }

  /** Instead of what it said before; what is said again stands as it was. */
  #says({ sayings }: PlainRecord, other: string, counts: string | null, speaks = true): void {
    const before = sayings.find((saying) => saying.other === other && saying.until === null);
    if (speaks && before?.counts === counts) return;
    if (before !== undefined) before.until = this.#world.now;
    if (speaks) sayings.push({ other, counts, from: this.#world.now, until: null });
  }

  #reads(organisation: string, record: PlainRecord): boolean {
    return countsFor(this.#world, officerOf(organisation), record);
  }

  /** An officer of the organisation, who has no ceiling and states a purpose. */
  #sees(organisation: string, operation: PlainOperation): boolean {
    return seesOperation(this.#world, officerOf(organisation), operation);
  }

  /** What this history recorded. */
  #own(): PlainRecord[] {
    return this.#world.records.slice(this.#before);
  }

  #standing(pick: number, kind?: Kind, also: (present: Version) => boolean = () => true): PlainRecord | undefined {
    const standing = this.#own().filter((record) => record.state === 'STANDS' && (kind === undefined || record.kind === kind) && also(presentOf(record)));
    return standing[pick % Math.max(1, standing.length)];
  }

  #operation(number: number): PlainOperation {
    const found = this.#operations[number % this.#operations.length];
    if (found === undefined) throw new Error('Each history has operations.');
    return found;
  }

  #participations(): Participation[] {
    return this.#operations.flatMap(({ participations }) => participations);
  }
}

function officerOf(organisation: string): PlainViewer {
  return { organisation, dashboard: false, maxTlp: 'RED', purpose: 'SUPPORT_INVESTIGATION' };
}
