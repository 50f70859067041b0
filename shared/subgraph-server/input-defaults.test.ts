import { describe, expect, it } from '@jest/globals';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { inputDefaults } from './input-defaults.js';

const schema = buildSchema(`
  enum Mode { ALL SOME }
  input Handling { tlp: String!, codes: [String!]! = [], mode: Mode! = ALL }
  input Row { reference: ID!, handling: Handling! = { tlp: "GREEN" }, note: String }
  input Batch { rows: [Row!]!, limit: Int = 5 }
  type Query { a(row: Row, batch: [Batch!], plain: Int = 3): Int }
`);
const document = parse('query ($row: Row, $batch: [Batch!], $plain: Int = 3) { a(row: $row, batch: $batch, plain: $plain) }');

/** What graphql-js makes of the same variables. */
function ofGraphqlJs(variables: Record<string, unknown>): unknown {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors !== undefined) throw new Error(errors.join());
  return JSON.parse(JSON.stringify({ ...coerced, plain: undefined })) as unknown;
}

describe('defaults of input objects', () => {
  it.each([
    {},
    { row: null },
    { row: { reference: 'A' } },
    { row: { reference: 'A', note: null, handling: { tlp: 'RED' } } },
    { row: { reference: 'A', handling: { tlp: 'RED', codes: ['H1'], mode: 'SOME' } } },
    { batch: [{ rows: [{ reference: 'A' }, { reference: 'B', handling: { tlp: 'RED' } }] }, { rows: [], limit: null }] },
  ])('are those that graphql-js fills in: %j', (variables) => {
    expect(inputDefaults(schema, document)(variables)).toEqual(ofGraphqlJs(variables));
  });

  it('leave what the caller sent as it is', () => {
    const variables = { row: { reference: 'A' } };
    inputDefaults(schema, document)(variables);
    expect(variables).toEqual({ row: { reference: 'A' } });
  });
});
