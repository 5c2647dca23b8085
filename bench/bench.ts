/** `npm run bench`: speeds as ratios and rows a second, on this machine, in one run. */
import { benchScoring } from './scoring.ts';
import { printTable } from './table.ts';

printTable('Scoring, one thread, 100,000 lines (medians)', await benchScoring());
