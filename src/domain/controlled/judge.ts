/** Whether one declared line should have been declared for review: rules first, the model where they are silent. */
import type { HsCode } from '../hs/code.ts';
import type { Ground } from './answer.ts';
import type { Clue } from './clue.ts';
import type { ControlledList } from './controlled-list.ts';
import { hasUnnamed, missingDocuments } from './documents.ts';
import type { RequirementRow } from './requirement.ts';

/** A code of six digits and how likely the goods text makes it. */
export interface Suggestion {
  readonly code: HsCode;
  /** 0..1 */
  readonly probability: number;
}

/** What a line says, as far as this question goes. */
export interface LineFacts {
  /** As declared: 4, 6 or 10 digits. */
  readonly code: HsCode;
  /** ISO date. */
  readonly day: string;
  /** Documents as stated on the line; null: the file has no column for them. */
  readonly documents: string | null;
  /** What the HS suggester makes of the goods text, most likely first; empty without a text that says anything. */
  readonly suggestions: readonly Suggestion[];
  /** Cosine of the text to the most similar goods the suggester learnt from, 0..1. */
  readonly similarity: number;
  /** kg; NaN: not stated. */
  readonly netMass: number;
  /** KRW; NaN: not stated. */
  readonly itemPrice: number;
  /** ISO alpha-2, or empty. */
  readonly origin: string;
  readonly departure: string;
}

export interface Judged {
  readonly ground: Ground;
  /** Null: a rule answered, or nothing can be said. */
  readonly probability: number | null;
  readonly suspect: HsCode | null;
}

/** Earlier lines of the same importer on the tablet. */
export interface ImporterPast {
  /** Codes of six digits, with how many lines each. */
  readonly lines: ReadonlyMap<HsCode, number>;
}

/** The model that finds goods hidden under codes that the list does not name. */
export interface ControlledModel {
  readonly version: string;
  /** For a line whose code the list does not cover. */
  assess(list: ControlledList, line: LineFacts): Judged;
  /** What spoke for and against, strongest first. */
  clues(list: ControlledList, line: LineFacts, past: ImporterPast): readonly Clue[];
}

/** A rule's answer, without a probability. */
const ruled = (ground: Ground): Judged => ({ ground, probability: null, suspect: null });

/**
 * A code that the list covers is a matter of its documents alone: declared with them it is never
 * flagged. Without a model nothing is said of codes that the list does not cover. `unread`: the line has
 * a goods text that has not been read yet, so its suggestions say nothing.
 */
export function judgeLine(
  list: ControlledList,
  model: ControlledModel | null,
  line: LineFacts,
  unread = false,
): Judged {
  if (line.day < list.firstDay) return ruled('outside-dates');
  const { rows, below } = list.coverage(line.code, line.day);
  if (rows.length > 0) return ruled(byDocuments(list, rows, line.documents));
  const judged = unread ? ruled('text-unread') : byModel(model, list, line);
  if (judged.ground === 'hidden') return judged;
  if (below.length > 0) return openBelow(list, below, line.documents);
  // Ten digits beside listed ones: the suggester tells six, so what fits may be the neighbour.
  if (
    judged.ground === 'no-sign' &&
    list.coverage(line.code.slice(0, 6), line.day).below.length > 0
  )
    return { ...judged, ground: 'unclear' };
  return judged;
}

function byDocuments(
  list: ControlledList,
  rows: readonly RequirementRow[],
  documents: string | null,
): Ground {
  if (documents === null) return 'documents-not-stated';
  const missing = missingDocuments(rows, documents, list.longerNames);
  if (missing.length === 0) return 'document-given';
  if (missing.every(({ condition }) => condition !== null)) return 'condition-open';
  return hasUnnamed(documents) ? 'document-unnamed' : 'document-missing';
}

/** Only some goods of the code are listed: whether these are is not known, their papers may stand there all the same. */
function openBelow(
  list: ControlledList,
  below: readonly RequirementRow[],
  documents: string | null,
): Judged {
  const missing = missingDocuments(below, documents ?? '', list.longerNames);
  return ruled(missing.length === 0 ? 'document-given' : 'condition-open');
}

function byModel(model: ControlledModel | null, list: ControlledList, line: LineFacts): Judged {
  if (model) return model.assess(list, line);
  return ruled(line.suggestions.length > 0 ? 'unclear' : 'no-text');
}
