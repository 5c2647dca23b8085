/** The numbers under each clue; what is not known is left out. */
import type { HsCode } from '../hs/code.ts';
import type { Clue, ClueKey } from './clue.ts';
import type { ControlledList } from './controlled-list.ts';
import type { DayView } from './day-view.ts';
import { controlledShare } from './evidence.ts';
import type { ImporterPast, LineFacts } from './judge.ts';
import { comparablePart, countryShare, logMass, logPrice, placeOf, type Usual } from './usual.ts';

export interface About {
  readonly list: ControlledList;
  readonly view: DayView;
  readonly line: LineFacts;
  readonly past: ImporterPast;
  readonly usual: Usual;
  readonly suspect: HsCode | null;
}

type Facts = Clue['facts'];

function known(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => Number.isFinite(value)));
}

function textFacts({ line, suspect, usual, view }: About): Facts {
  if (line.suggestions.length === 0) return {};
  const own = comparablePart(usual, line.code);
  const sum = (counts: (code: HsCode) => number): number =>
    line.suggestions.reduce((all, { code, probability }) => all + probability * counts(code), 0);
  return {
    suspect: sum((code) => (code === suspect ? 1 : 0)),
    declared: sum((code) => (code.startsWith(own) ? 1 : 0)),
    controlled: sum((code) => (code.startsWith(own) ? 0 : controlledShare(usual, view, code))),
  };
}

/** A number of the line beside what is usual for both codes; nothing when it is not stated. */
function numberFacts({ line, suspect, usual }: About, value: number, mean: Float32Array): Facts {
  if (!Number.isFinite(value)) return {};
  const usually = (code: HsCode | null): number =>
    code === null ? NaN : Math.exp(mean[placeOf(usual, code)] ?? NaN);
  return known({
    value: Math.exp(value),
    declared: usually(line.code),
    suspect: usually(suspect),
  });
}

function countryFacts({ line, suspect, usual }: About, shares: Uint8Array, country: string): Facts {
  if (country === '' || suspect === null) return {};
  return known({
    declared: countryShare(usual, shares, line.code, country),
    suspect: countryShare(usual, shares, suspect, country),
  });
}

function importerFacts({ list, line, past, suspect }: About): Facts {
  let lines = 0;
  let controlled = 0;
  let suspected = 0;
  for (const [code, count] of past.lines) {
    lines += count;
    if (list.touches(code, line.day)) controlled += count;
    if (suspect !== null && code.startsWith(suspect.slice(0, 4))) suspected += count;
  }
  return lines === 0 ? {} : { lines, controlled, suspect: suspected };
}

export function factsOf(key: ClueKey, about: About): Facts {
  const { line, usual, view } = about;
  switch (key) {
    case 'start':
      return {};
    case 'text':
      return textFacts(about);
    case 'siblings':
      return { share: view.shareBelow(line.code.slice(0, 4)) };
    case 'unit-price':
      return numberFacts(about, logPrice(line), usual.priceMean);
    case 'mass':
      return numberFacts(about, logMass(line), usual.massMean);
    case 'origin':
      return countryFacts(about, usual.originShare, line.origin);
    case 'departure':
      return countryFacts(about, usual.departureShare, line.departure);
    case 'importer':
      return importerFacts(about);
  }
}
