/** What crosses the border between the screens and the controlled-goods worker. */
import type { ControlledAnswer, Ground } from '../domain/controlled/answer.ts';
import type { Clue } from '../domain/controlled/clue.ts';
import type { ListChange } from '../domain/controlled/list-change.ts';
import type { ListProblem } from '../domain/controlled/list-problem.ts';
import type { RequirementRow, Standing } from '../domain/controlled/requirement.ts';
import type { HsCode } from '../domain/hs/code.ts';
import type { PackEntry } from './pack.ts';
import type { Result } from './fault.ts';

export {
  ANSWER_OF,
  CONTROLLED_ANSWERS,
  GROUNDS,
  type ControlledAnswer,
  type Ground,
} from '../domain/controlled/answer.ts';
export type { Clue } from '../domain/controlled/clue.ts';
export type { ListProblem } from '../domain/controlled/list-problem.ts';
export type { RequirementRow, Standing } from '../domain/controlled/requirement.ts';

/** Id of the table of requirements, and of the model that finds goods hidden from it. */
export const LIST_PACK = 'kr-controlled-goods';
export const CONTROLLED_PACK = 'controlled';

/** What one line was answered, as lists show it. */
export interface ControlledMark {
  readonly answer: ControlledAnswer;
  readonly ground: Ground;
  /**
   * That the goods belong to a controlled code, 0..1, calibrated on simulated lines; null: a rule
   * gave the answer, or nothing could be said.
   */
  readonly probability: number | null;
  /** Controlled code that the goods most likely belong to; null: none is suspected. */
  readonly suspect: HsCode | null;
  /** Versions that gave the answer. */
  readonly list: string;
  readonly model: string | null;
}

/** All that the case page shows of one line. */
export interface ControlledCase extends ControlledMark {
  readonly declaration: string;
  /** As declared, 4 to 10 digits. */
  readonly code: HsCode;
  readonly day: string;
  /** Of the declared code where it is on the list, else of the suspected one. */
  readonly requirements: readonly RequirementRow[];
  /** Those of them that no document on the line answers. */
  readonly missing: readonly RequirementRow[];
  /** Documents as the line states them; null: the file has no column for them. */
  readonly documents: string | null;
  readonly text: string | null;
  /** What spoke for and against, strongest first. Empty where a rule answered. */
  readonly clues: readonly Clue[];
  readonly standing: Standing;
}

/** How far the check in the background is; `failed`: what is answered is kept, the rest waits. */
export type ControlledCheckState = 'idle' | 'running' | 'ready' | 'failed';

export interface ControlledSummary {
  readonly lines: number;
  readonly checked: number;
  readonly counts: Readonly<Record<ControlledAnswer, number>>;
}

/** What a list file holds, before anything is swapped. */
export interface ListReview {
  readonly name: string;
  readonly rows: number;
  readonly codes: number;
  /** Codes that the nomenclature on the tablet does not have. */
  readonly unknownCodes: number;
  readonly laws: readonly string[];
  /** Rows in force today. */
  readonly inForce: number;
  /** Errors first, at most 1,000; counted whole. */
  readonly problems: readonly ListProblem[];
  readonly errors: number;
  readonly warnings: number;
  /** Null where the list has errors, or none is in use. */
  readonly change: ListChange | null;
}

/** A list made into a pack of this tablet; null where it has errors. */
export interface ReadList {
  readonly review: ListReview;
  readonly pack: { readonly entry: PackEntry; readonly files: ReadonlyMap<string, Blob> } | null;
}

/** Methods of the controlled-goods worker. */
export interface ControlledWorker {
  /**
   * Answers every imported line whose answer is not there or rests on other versions. Faults:
   * model-missing (no list), cancelled, storage-*.
   */
  checkLines(): Promise<Result<ControlledSummary>>;
  /** Faults: not-found, model-missing (no list). */
  openLine(declaration: string): Promise<Result<ControlledCase>>;
  /**
   * Reads an administration's list (CSV or XLSX). `today`: ISO date, names the new version.
   * Faults: file-*, header-unknown (`missing`: the needed columns not found, parted by commas).
   */
  readList(file: File, today: string): Promise<Result<ReadList>>;
  /** Golden cases of one version of a pack: LIST_PACK or CONTROLLED_PACK. */
  selfTest(
    pack: string,
    version: string,
  ): Promise<Result<{ cases: number; largestDifference: number; backend: string }>>;
  /** Packs or lines changed: read them again at the next call. */
  reload(): Promise<Result<null>>;
}
