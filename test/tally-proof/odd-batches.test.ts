import { proveTallies } from './prove-tallies.js';

proveTallies('odd');
