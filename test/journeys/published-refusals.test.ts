import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestExchange } from '../../shared/testing/open-test-exchange.js';
import { startStore, type TestStore } from '../../shared/testing/start-store.js';
import { importFile, journalLength, openForPublished, readOperation, requireOperation, statementsOf } from './published-fixture.js';

let store: TestStore;
let exchange: TestExchange;

beforeAll(async () => {
  store = await startStore();
  exchange = await openForPublished(store);
});
afterAll(async () => {
  await exchange.close();
  await store.stop();
});

const entry = { id: 'wrong', name: 'Operation', coordinator: 'INTERPOL', source: { title: 'A publication', publisher: 'A publisher' } };
const figure = { measure: 'ARRESTS', value: 5, qualifier: 'EXACT' };
const withFigure = (more: object): object => ({ ...entry, figures: [figure, { ...figure, ...more }] });

describe('a wrong entry', () => {
  it.each<[string, unknown, { path: string; message: string }[]]>([
    ['has no name', { ...entry, name: undefined }, [{ path: '[1].name', message: 'is missing.' }]],
    ['has an empty name', { ...entry, name: '  ' }, [{ path: '[1].name', message: 'must not be empty.' }]],
    ['has a name that is no text', { ...entry, name: ['a'] }, [{ path: '[1].name', message: 'must be text.' }]],
    ['has half a character in its name', { ...entry, name: 'a\ud83d' }, [{ path: '[1].name', message: 'holds half of a character (a broken surrogate pair).' }]],
    ['has an id without a letter', { ...entry, id: '作戦' }, [{ path: '[1].id', message: 'needs a letter a to z or a digit: the code of the operation is made of them.' }]],
    ['has a day that does not exist', { ...entry, period: { start: '2024-02-30' } }, [{ path: '[1].period.start', message: 'must be a date: 2023, 2023-09 or 2023-09-01.' }]],
    ['ends before it starts', { ...entry, period: { start: '2024-03', end: '2024-02-29' } }, [{ path: '[1].period.end', message: 'lies before the start.' }]],
    ['has a negative value', withFigure({ value: -1 }), [{ path: '[1].figures[1].value', message: 'must not be negative.' }]],
    ['has the value "many"', withFigure({ value: 'many' }), [{ path: '[1].figures[1].value', message: 'must be a plain decimal number.' }]],
    ['has no value, not even null', withFigure({ value: undefined }), [{ path: '[1].figures[1].value', message: 'must be a number.' }]],
    ['has an amount without currency', withFigure({ measure: 'AMOUNT' }), [{ path: '[1].figures[1].currency', message: 'is missing: an amount of money needs its currency.' }]],
    ['has a country and countries', withFigure({ country: 'JP', countries: ['KR'] }), [{ path: '[1].figures[1].countries', message: 'stands beside `country`: use one of them.' }]],
    ['has a number of countries with a fraction', { ...entry, participatingCountries: { count: 1.5 } }, [{ path: '[1].participatingCountries.count', message: 'must be a whole number.' }]],
    ['has a conflict of one value', { ...entry, conflicts: [{ measure: 'ARRESTS', values: [1] }] }, [{ path: '[1].conflicts[0].values', message: 'needs at least two values.' }]],
    ['has no source', { ...entry, source: undefined }, [{ path: '[1].source', message: 'is missing.' }]],
    ['has an address that leads into a script', { ...entry, source: { ...entry.source, url: 'javascript:alert(1)' } }, [{ path: '[1].source.url', message: 'must begin with http:// or https://.' }]],
    ['is text', 'an operation', [{ path: '[1]', message: 'must be an object.' }]],
    ['is a number', 5, [{ path: '[1]', message: 'must be an object.' }]],
    ['is null', null, [{ path: '[1]', message: 'must be an object.' }]],
    ['has the id of another', { ...entry, id: 'Before' }, [{ path: '[1].id', message: '"Before" stands in this file already, at [0].' }]],
    ['has two faults', { ...withFigure({ value: -1 }), name: '' }, [{ path: '[1].name', message: 'must not be empty.' }, { path: '[1].figures[1].value', message: 'must not be negative.' }]],
  ])('that %s is refused with path and reason, and the others are imported', async (_, wrong, refusals) => {
    const report = await importFile(exchange, [{ ...entry, id: 'before' }, wrong, { ...entry, id: 'after' }]);
    expect(report).toMatchObject({ refused: 1, refusals });
    expect(report.added + report.unchanged).toBe(2);
    expect(await readOperation(exchange, 'interpol/wrong')).toBeNull();
    expect(await readOperation(exchange, 'interpol/after')).not.toBeNull();
  });

  it('that is too large for one entry of the journal is refused, and the others are imported', async () => {
    const figures = Array.from({ length: 450 }, (_, index) => ({ ...figure, note: `${String(index)} ${'x'.repeat(9_900)}` }));
    const before = await journalLength(exchange);
    const report = await importFile(exchange, [{ ...entry, figures }, { ...entry, id: 'beside-the-large' }]);
    expect(report).toMatchObject({ added: 1, refused: 1, refusals: [{ path: '[0]', message: expect.stringContaining('too large') }] });
    expect(await journalLength(exchange)).toBe(before + 1);
  });

  it('leaves an operation that was imported before as it is', async () => {
    await importFile(exchange, [{ ...entry, id: 'standing', figures: [figure] }]);
    await importFile(exchange, [{ ...entry, id: 'standing', name: '', figures: [{ ...figure, value: 6 }] }]);
    expect(await statementsOf(exchange, 'interpol/standing')).toEqual(['ARRESTS 5']);
  });
});

describe('an amount of money without meaning', () => {
  it('is imported with a notice', async () => {
    const amount = { measure: 'AMOUNT', value: 5, qualifier: 'EXACT', currency: 'USD' };
    const report = await importFile(exchange, [{ ...entry, id: 'meaningless', figures: [amount] }]);
    expect(report).toMatchObject({ added: 1, refused: 0, notices: [{ path: '[0].figures[0].meaning' }] });
    expect((await requireOperation(exchange, 'interpol/meaningless')).figures).toMatchObject([{ value: '5', currencyCode: 'USD', meaning: null }]);
  });
});
