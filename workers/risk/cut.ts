import type { DeskQuery } from '../../src/contracts/risk.ts';
import type { Fault } from '../../src/contracts/fault.ts';
import type { HighRiskGroup } from '../../src/domain/risk/groups.ts';
import type { LaneAssignment } from '../../src/domain/risk/lanes.ts';
import type { ControlledAnswers } from './controlled-answers.ts';
import type { Records } from './desk-records.ts';
import type { Lines } from './line-store.ts';
import type { Period } from './period.ts';
import type { OpenedModel } from './risk-model.ts';
import type { Scoring } from './scoring.ts';

/** Scores of all lines with the model that gave them, or why there are none. */
export type Scored =
  | { readonly opened: OpenedModel; readonly scoring: Scoring; readonly fault: null }
  | { readonly opened: null; readonly scoring: null; readonly fault: Fault };

/**
 * One state of the desk, made whole and then never changed: rows, cases and exports are read from
 * the cut that the screen shows, whatever is imported or decided meanwhile.
 */
export interface Cut {
  readonly query: DeskQuery;
  readonly revision: number;
  readonly lines: Lines;
  readonly records: Records;
  readonly scored: Scored;
  readonly answers: ControlledAnswers;
  readonly period: Period;
  /** Lanes by place in the period. */
  readonly lanes: LaneAssignment;
  /** Rank by risk of each place in the period, 1 = highest; null when there are no scores. */
  readonly ranks: Uint32Array | null;
  /** Groups among the lines to inspect. */
  readonly groups: readonly HighRiskGroup[];
  /** Handles that match the filters, in list order. */
  readonly order: Uint32Array;
}
