/** Documents of other authorities on the lines of the sample week, and goods hidden from the list that asks for them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  openControlledList,
  type ControlledList,
} from '../../../src/domain/controlled/controlled-list.ts';
import { REQUIREMENTS_FILE } from '../../../src/domain/controlled/requirement.ts';
import { newestPack } from '../../manifest.ts';
import type { Phrase } from '../../phrases.ts';
import type { Random } from '../../random.ts';
import type { MadeLine } from './table-of.ts';

/** Share of lines whose required paper is not stated, so that there is something to find. */
const MISSING_SHARE = 0.03;
/** Share of lines of free codes whose goods text is of controlled goods of the same chapter. */
const HIDDEN_SHARE = 0.015;

export function starterList(): ControlledList {
  const file = path.join(newestPack('kr-controlled-goods'), REQUIREMENTS_FILE);
  return openControlledList(readFileSync(file, 'utf8'));
}

/** Every paper that the list asks for, by its Korean name; of two that do, the first. */
function papersOf(list: ControlledList, { hs6 = '', date = '' }: MadeLine): string[] {
  const names = list.coverage(hs6, date).rows.map(({ document }) => document.ko);
  return [...new Set(names)].map((name) => name.split(' 또는 ')[0] ?? name);
}

/** Fills the documents of every line; a line of a free code states none. */
export function addPapers(
  list: ControlledList,
  lines: readonly MadeLine[],
  random: Random,
): MadeLine[] {
  return lines.map((line) => {
    const papers = papersOf(list, line);
    if (random() < MISSING_SHARE) papers.pop();
    return { ...line, documents: papers.join(', ') };
  });
}

/** Gives some lines of free codes the words of controlled goods of the same chapter. */
export function hideControlled(
  list: ControlledList,
  lines: readonly MadeLine[],
  phrases: readonly Phrase[],
  random: Random,
): MadeLine[] {
  return lines.map((line) => {
    const { hs6 = '', date = '', goods = '' } = line;
    if (goods === '' || random() >= HIDDEN_SHARE || list.touches(hs6, date)) return line;
    const controlled = phrases.filter(
      ({ code }) => code.startsWith(hs6.slice(0, 2)) && list.coverage(code, date).rows.length > 0,
    );
    const phrase = controlled[Math.floor(random() * controlled.length)];
    return phrase ? { ...line, goods: phrase.text } : line;
  });
}
