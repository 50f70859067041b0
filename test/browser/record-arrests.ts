import { askExchange } from './ask-exchange.js';

const IN_ONE_REQUEST = 10;

/** Records arrests for Tokyo under the exercise, so that a list is longer than a page and than a screen. */
export async function recordArrests(address: string, count: number): Promise<void> {
  for (let first = 0; first < count; first += IN_ONE_REQUEST) {
    const turns = Array.from({ length: Math.min(IN_ONE_REQUEST, count - first) }, (_, turn) => first + turn);
    const arguments_ = turns.map((turn) => `$a${String(turn)}: RecordArrestInput!`).join(', ');
    const fields = turns.map((turn) => `a${String(turn)}: recordArrest(input: $a${String(turn)}) { __typename }`).join('\n');
    const variables = Object.fromEntries(turns.map((turn) => [`a${String(turn)}`, arrest(turn)]));
    const results = await askExchange<Record<string, { __typename: string }>>(address, 'liaison-jp', `mutation (${arguments_}) { ${fields} }`, variables);
    for (const { __typename } of Object.values(results)) if (__typename !== 'ArrestAccepted') throw new Error(`An arrest became ${__typename}.`);
  }
}

function arrest(turn: number): unknown {
  return {
    reference: `LONG-LIST-${String(turn).padStart(4, '0')}`,
    operation: 'interpol/exercise-mosaic',
    country: ['JP', 'NA', 'SG'][turn % 3],
    day: new Date(Date.UTC(2026, 2, 2 + (turn % 58))).toISOString().slice(0, 10),
    crimeType: ['VOICE_PHISHING', 'ROMANCE_SCAM'][turn % 2],
    handling: { tlp: 'GREEN' },
  };
}
