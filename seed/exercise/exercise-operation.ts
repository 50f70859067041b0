import type { RegisterOperationInput } from '../../subgraphs/operations/operation/operation.inputs.js';
import { BEGINS, ENDS, EXERCISE_PHASES } from './exercise-calendar.js';
import { handled } from './handlings.js';
import { EXERCISE_COUNTRIES, JOIN_LATER, ncbOf } from './participants.js';
import { COORDINATOR, TOKYO_POLICE } from './recorder.js';

const REFERENCE = 'exercise-mosaic';
export const EXERCISE_CODE = `${COORDINATOR}/${REFERENCE}`;

/** EXERCISE MOSAIC: invented from beginning to end, plainly marked, never summed with real operations. */
export const EXERCISE_OPERATION: RegisterOperationInput = {
  reference: REFERENCE,
  name: 'EXERCISE MOSAIC',
  exercise: true,
  start: BEGINS,
  end: ENDS,
  crimeTypes: ['VOICE_PHISHING', 'INVESTMENT_FRAUD', 'ROMANCE_SCAM', 'FORCED_CRIMINALITY_TRAFFICKING'],
  mentions: EXERCISE_COUNTRIES.map(({ code }) => code),
  handling: handled('CLEAR'),
  phases: EXERCISE_PHASES,
  participants: [
    ...EXERCISE_COUNTRIES.filter(({ code }) => !(code in JOIN_LATER)).map(({ code, role }) => ({ organisation: ncbOf(code), role })),
    { organisation: TOKYO_POLICE, role: 'PARTICIPANT' as const },
  ],
};
