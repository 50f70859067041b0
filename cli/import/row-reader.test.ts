import { describe, expect, it } from '@jest/globals';
import { buildSchema, isInputObjectType } from 'graphql';
import { readMapping } from './mapping.js';
import { RowReader, type ReadRow } from './row-reader.js';

const INPUT = buildSchema(`
  type Query { a: Int }
  enum Tlp { CLEAR GREEN }
  input Handling { tlp: Tlp! codes: [String!]! = [] }
  input Document { type: String! number: String! }
  input Person { name: String! aliases: [String!]! = [] documents: [Document!]! = [] handling: Handling }
  input Evaluation { source: String! }
  input Row { reference: String! country: ID handling: Handling! suspect: Person evaluation: Evaluation }
`).getType('Row');

function reader(mapping: object, header: readonly string[]): RowReader<unknown> {
  if (!isInputObjectType(INPUT)) throw new Error('There is no such input.');
  return new RowReader(INPUT, readMapping(JSON.stringify(mapping)), header);
}

const HEADER = ['No', 'Name', 'Passport 1', 'Passport 2', 'Note'];
const MAPPING = {
  constants: { 'handling.tlp': 'GREEN', 'suspect.handling.tlp': 'CLEAR', 'suspect.documents[0].type': 'PASSPORT', 'suspect.documents[1].type': 'PASSPORT', 'evaluation.source': 'A' },
  columns: { No: 'reference', Name: 'suspect.name', 'Passport 1': 'suspect.documents[0].number', 'Passport 2': 'suspect.documents[1].number' },
  ignored: ['Note'],
};
const always = { handling: { tlp: 'GREEN', codes: [] }, evaluation: { source: 'A' } };

function read(...cells: readonly string[]): ReadRow<unknown> {
  return reader(MAPPING, HEADER).read(cells);
}

describe('a row', () => {
  it('says what its cells and the constants say, with the defaults of the schema', () => {
    expect(read(' R-1 ', 'Invented', 'P1', 'P2', 'a note')).toEqual({
      movedUp: false,
      input: {
        ...always,
        reference: 'R-1',
        suspect: {
          name: 'Invented',
          aliases: [],
          documents: [{ type: 'PASSPORT', number: 'P1' }, { type: 'PASSPORT', number: 'P2' }],
          handling: { tlp: 'CLEAR', codes: [] },
        },
      },
    });
  });

  it('whose cells say nothing of a part has no such part, whatever the constants say of it', () => {
    expect(read('R-1', '', '', '', '')).toEqual({ movedUp: false, input: { ...always, reference: 'R-1' } });
    expect(read('R-1', 'Invented', '', '', '')).toMatchObject({ input: { suspect: { name: 'Invented', documents: [] } } });
  });

  it('with an empty cell before a full one of a list has what the full one says, and names no wrong column', () => {
    const second = read('R-1', 'Invented', '', 'P2', '');
    expect(second).toMatchObject({ movedUp: true, input: { suspect: { documents: [{ type: 'PASSPORT', number: 'P2' }] } } });
    const issue = { path: 'suspect.documents[0].number', message: 'No.' };
    expect(reader(MAPPING, HEADER).locate([issue], true)).toEqual([{ column: null, field: issue.path, message: 'No.' }]);
    expect(reader(MAPPING, HEADER).locate([issue], false)).toEqual([{ column: 'Passport 1', field: issue.path, message: 'No.' }]);
    expect(reader(MAPPING, HEADER).locate([{ path: 'suspect.name', message: 'No.' }], true)).toEqual([{ column: 'Name', field: 'suspect.name', message: 'No.' }]);
  });

  it('is told what is missing, at the column that should say it', () => {
    expect(read('', '', 'P1', '', '')).toEqual({
      movedUp: false,
      issues: [
        { column: 'No', field: 'reference', message: 'This must not be empty.' },
        { column: 'Name', field: 'suspect.name', message: 'This must not be empty.' },
      ],
    });
  });

  it('with another number of cells than the header is not read at all', () => {
    expect(read('R-1', 'Invented')).toEqual({ movedUp: false, issues: [{ column: null, field: '', message: 'This row has 2 cells; the header has 5.' }] });
  });
});

describe('a mapping', () => {
  const faultsOf = (mapping: object, header: readonly string[] = HEADER): string[] => {
    try {
      reader(mapping, header);
      return [];
    } catch (fault) {
      return fault instanceof Error ? fault.message.split('\n').slice(1) : [String(fault)];
    }
  };

  it('is used only when every column of the file is spoken of, and is there', () => {
    expect(faultsOf({ ...MAPPING, ignored: [] })).toEqual(['Nothing is said about the column "Note": map it, or name it under `ignored`.']);
    expect(faultsOf({ ...MAPPING, columns: { ...MAPPING.columns, Age: 'country' } })).toEqual([expect.stringMatching(/^The file has no column "Age"; it has "No", "Name"/)]);
    expect(faultsOf(MAPPING, [...HEADER, 'Name'])).toEqual(['In the header, "Name" stands more than once.']);
  });

  it.each<[string, object, string | RegExp]>([
    ['a field that the schema does not have', { columns: { ...MAPPING.columns, Note: 'remark' } }, /^Column "Note": "remark": Row has no field "remark"; it has reference, country/],
    ['a part where one cell can say no part', { columns: { ...MAPPING.columns, Note: 'handling' } }, /^Column "Note": "handling" holds more than one cell can say: name one of its fields, tlp, codes\.$/],
    ['a field twice', { columns: { ...MAPPING.columns, Note: 'reference' } }, '"reference" stands more than once.'],
    ['a path that is none', { columns: { ...MAPPING.columns, Note: 'a..b' } }, /^Column "Note": "a..b" is no path/],
    ['a constant that the schema refuses', { constants: { 'handling.tlp': 'PURPLE' } }, /^Constant "handling.tlp": Value "PURPLE" does not exist in "Tlp" enum/],
    ['a list where there is none', { columns: { ...MAPPING.columns, Note: 'reference[0]' } }, 'Column "Note": "reference[0]": there is no list before [0].'],
  ])('refuses %s', (_, different, fault) => {
    expect(faultsOf({ ...MAPPING, ignored: 'columns' in different ? [] : ['Note'], ...different })).toEqual([typeof fault === 'string' ? fault : expect.stringMatching(fault)]);
  });

  it('refuses a word that it does not know, and what is no JSON', () => {
    expect(() => readMapping('{ "columns": {}, "seperator": ";" }')).toThrow(/seperator/);
    expect(() => readMapping('{')).toThrow(/no JSON/);
  });
});
