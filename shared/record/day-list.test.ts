import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LabelDay } from '../tally/label-days.js';
import { DayList, type DayOrder, type DayRange } from './day-list.js';

/** More than a store reads side by side: only for so many labels a list is cut into windows. */
const LABELS = Array.from({ length: 260 }, (_, index) => `l-${index}`);
const HIDDEN = ['h-0', 'h-1', 'h-2'];
const DAYS = ['2026-01-01', '2026-01-02', '2026-01-09', '2026-02-01', '2026-03-15', '2026-04-01'];

interface Row {
  readonly id: string;
  readonly label: string;
  readonly day: string;
  /** Stands for whatever else a list is filtered by. */
  readonly wanted: boolean;
}

const row = fc.record({
  label: fc.oneof(fc.constantFrom(...LABELS.slice(0, 6)), fc.constantFrom(...LABELS), fc.constantFrom(...HIDDEN)),
  day: fc.constantFrom(...DAYS),
  wanted: fc.boolean(),
});
const rows = fc.array(row, { maxLength: 60 }).map((many) => many.map((one, index): Row => ({ ...one, id: `r-${String(index).padStart(3, '0')}` })));
const bound = fc.option(fc.constantFrom(...DAYS, '2026-01-05', '2025-01-01', '2027-01-01'));
const asked = fc.record({ order: fc.constantFrom<DayOrder>(1, -1), from: bound, to: bound, wanted: fc.integer({ min: 1, max: 12 }), few: fc.boolean() });

/** A store and the counts over it; `change` is what happens before one of the queries. */
class Store {
  counted: readonly Row[];
  folds = 0;
  readonly asked: DayRange[] = [];
  rows: readonly Row[];
  readonly #changes = new Map<number, () => void>();

  constructor(many: readonly Row[]) {
    this.rows = many;
    this.counted = many;
  }

  before(query: number, change: () => void): void {
    this.#changes.set(query, change);
  }

  catchUp(): Promise<number> {
    if (this.counted !== this.rows) this.folds += 1;
    this.counted = this.rows;
    return Promise.resolve(this.folds);
  }

  labelDays(): { walk: (order: DayOrder, from?: string | null) => Generator<LabelDay, void, undefined> } {
    const { counted } = this;
    return {
      *walk(order, from = null): Generator<LabelDay, void, undefined> {
        for (const day of inOrder(DAYS, order)) {
          if (from !== null && (order === 1 ? day < from : day > from)) continue;
          const counts = new Map<string, number>();
          for (const { label } of counted.filter((one) => one.day === day)) counts.set(label, (counts.get(label) ?? 0) + 1);
          if (counts.size > 0) yield { day, counts };
        }
      },
    };
  }

  find(range: DayRange, limit: number, order: DayOrder, filter: (one: Row) => boolean): Promise<Row[]> {
    this.#changes.get(this.asked.length)?.();
    this.asked.push(range);
    const { labels, behind, last } = range;
    return Promise.resolve(
      sorted(this.rows, order)
        .filter(({ label, day }) => labels.includes(label) && (behind === null || isBehind(day, behind, order)) && (last === null || !isBehind(day, last, order)))
        .filter(filter)
        .slice(0, limit),
    );
  }
}

const isBehind = (day: string, other: string, order: DayOrder): boolean => (order === 1 ? day > other : day < other);
const inOrder = (days: readonly string[], order: DayOrder): readonly string[] => (order === 1 ? days : days.toReversed());
const sorted = (many: readonly Row[], order: DayOrder): Row[] => many.toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -order : order) : isBehind(a.day, b.day, order) ? 1 : -1));

interface Asked {
  readonly order: DayOrder;
  readonly from: string | null;
  readonly to: string | null;
  readonly wanted: number;
  /** Whether a filter lets half of the rows through. */
  readonly few: boolean;
}

function filterOf({ order, from, to, few }: Asked): (one: Row) => boolean {
  return ({ day, wanted }) => (from === null || !isBehind(from, day, order)) && (to === null || !isBehind(day, to, order)) && (!few || wanted);
}

/** One query over every label that the reader sees. */
function plain(store: Store, question: Asked): Row[] {
  return sorted(store.rows, question.order).filter(({ label }) => LABELS.includes(label)).filter(filterOf(question)).slice(0, question.wanted);
}

function listed(store: Store, question: Asked): Promise<Row[]> {
  const { order, from, to, wanted } = question;
  return new DayList(store as never, 'things').rows({ labels: LABELS, from, to, order, wanted, cursorDay: from }, (range, limit) => store.find(range, limit, order, filterOf(question)));
}

describe('a list by day, cut into windows', () => {
  it('has the rows of one query over all labels, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, asked, async (many, question) => {
        const store = new Store(many);
        expect(await listed(store, question)).toEqual(plain(store, question));
      }),
      { numRuns: 500 },
    );
  });

  it('has them although the counts were of yesterday', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, asked, async (old, now, question) => {
        const store = new Store(old);
        store.rows = now;
        expect(await listed(store, question)).toEqual(plain(store, question));
      }),
      { numRuns: 300 },
    );
  });

  it('has those of one moment, although rows get other labels and days while windows are read', async () => {
    const move = fc.record({ row: fc.nat(59), label: fc.constantFrom(...LABELS), day: fc.option(fc.constantFrom(...DAYS)), query: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(rows, asked, fc.uniqueArray(move, { maxLength: 4, selector: ({ row: which }) => which }), async (many, question, moves) => {
        const store = new Store(many);
        const ids = (): readonly string[] => plain(store, question).map(({ id }) => id);
        const moments = [ids()];
        for (const query of [0, 1, 2, 3]) {
          store.before(query, () => {
            for (const { row: which, label, day } of moves.filter((one) => one.query === query)) {
              store.rows = store.rows.map((one, index) => (index === which ? { ...one, label, day: day ?? one.day } : one));
            }
            moments.push(ids());
          });
        }
        const found = (await listed(store, question)).map(({ id }) => id);
        expect(moments).toContainEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('asks the same, whatever lies hidden between', async () => {
    await fc.assert(
      fc.asyncProperty(rows, asked, async (many, question) => {
        const [withThem, without] = [new Store(many), new Store(many.filter(({ label }) => LABELS.includes(label)))];
        await listed(withThem, question);
        await listed(without, question);
        const ranges = ({ asked: made }: Store): object[] => made.map(({ labels, ...range }) => ({ ...range, labels: labels.toSorted() }));
        expect(ranges(withThem)).toEqual(ranges(without));
      }),
      { numRuns: 200 },
    );
  });

  it('names the labels of the days that it needs, and no others', async () => {
    const store = new Store([
      ...LABELS.slice(0, 5).map((label, index) => ({ id: `a-${index}`, label, day: '2026-04-01', wanted: true })),
      ...LABELS.map((label, index) => ({ id: `b-${index}`, label, day: '2026-01-01', wanted: true })),
    ]);
    await listed(store, { order: -1, from: null, to: null, wanted: 3, few: false });
    expect(store.asked).toEqual([{ labels: LABELS.slice(0, 5), behind: null, last: '2026-04-01' }]);
  });

  it('reads the day of its cursor by itself, before the days behind it', async () => {
    const store = new Store([
      ...LABELS.slice(0, 5).map((label, index) => ({ id: `a-${index}`, label, day: '2026-04-01', wanted: index > 3 })),
      ...LABELS.slice(5, 9).map((label, index) => ({ id: `b-${index}`, label, day: '2026-03-15', wanted: true })),
    ]);
    await listed(store, { order: -1, from: '2026-04-01', to: null, wanted: 3, few: true });
    expect(store.asked).toEqual([
      { labels: LABELS.slice(0, 5), behind: null, last: '2026-04-01' },
      { labels: LABELS.slice(5, 9), behind: '2026-04-01', last: '2026-03-15' },
    ]);
  });

  it('names all labels at once where they are few, and where writing does not let up', async () => {
    const store = new Store(LABELS.map((label, index) => ({ id: `b-${index}`, label, day: '2026-01-01', wanted: true })).slice(0, 3));
    await new DayList(store as never, 'things').rows({ labels: LABELS.slice(0, 200), from: null, to: null, order: 1, wanted: 2, cursorDay: null }, (range, limit) => store.find(range, limit, 1, () => true));
    expect(store.asked).toEqual([{ labels: LABELS.slice(0, 200), behind: null, last: null }]);

    const busy = new Store(store.rows);
    const question = { order: 1, from: null, to: null, wanted: 9, few: false } as const;
    for (let query = 0; query < 3; query += 1) {
      busy.before(query, () => { busy.rows = busy.rows.map((one) => ({ ...one, label: LABELS[10 + query] ?? '' })); });
    }
    expect((await listed(busy, question)).map(({ id }) => id)).toEqual(plain(busy, question).map(({ id }) => id));
    expect(busy.asked.at(-1)).toEqual({ labels: LABELS, behind: null, last: null });
  });
});
