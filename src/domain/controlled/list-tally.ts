import { LIST_ERRORS, type ListProblem } from './list-problem.ts';

/** Problems named of one list; the rest is counted. */
export const NAMED_PROBLEMS = 1_000;
/** Of a cell, characters shown. */
const VALUE_LIMIT = 80;

const ERRORS: ReadonlySet<string> = new Set(LIST_ERRORS);

/** Gathers what is wrong with a list: at most NAMED_PROBLEMS of each sort are kept. */
export class ProblemTally {
  readonly #errors: ListProblem[] = [];
  readonly #warnings: ListProblem[] = [];
  errors = 0;
  warnings = 0;

  add(problem: ListProblem): void {
    const grave = ERRORS.has(problem.kind);
    if (grave) this.errors += 1;
    else this.warnings += 1;
    const kept = grave ? this.#errors : this.#warnings;
    if (kept.length >= NAMED_PROBLEMS) return;
    // Half of a character outside the basic plane is none.
    const value = problem.value.slice(0, VALUE_LIMIT).replace(/[\ud800-\udbff]$/, '');
    kept.push({ ...problem, value });
  }

  /** Errors first, each sort in the order of the file. */
  named(): readonly ListProblem[] {
    const inOrder = (a: ListProblem, b: ListProblem): number => a.line - b.line;
    return [...this.#errors.sort(inOrder), ...this.#warnings.sort(inOrder)].slice(
      0,
      NAMED_PROBLEMS,
    );
  }
}
