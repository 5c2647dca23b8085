/** `npm run bench`: speeds as ratios and rows a second, on this machine, in one run. */
import { benchDesk } from './desk.ts';
import { benchHs } from './hs.ts';
import { benchScoring } from './scoring.ts';
import { printTable } from './table.ts';

printTable('Scoring, one thread, 100,000 lines (medians)', await benchScoring());
printTable('HS codes, one thread of Node, 2,000 texts of each kind', benchHs());
printTable('Desk, 54,000 lines, median and worst of 3 runs in Chromium', await benchDesk());
