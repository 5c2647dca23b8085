/** A table of requirements, opened for look-up by code and day. */
import * as v from 'valibot';
import type { HsCode } from '../hs/code.ts';
import { longerNames, type LongerNames } from './documents.ts';
import { RequirementFile, type RequirementRow, type Standing } from './requirement.ts';

/** What the list says of a code on a day. */
export interface Coverage {
  /** Rows that cover all goods of the code. */
  readonly rows: readonly RequirementRow[];
  /** Rows that cover some goods below the code: it was declared less exactly than they are written. */
  readonly below: readonly RequirementRow[];
}

export interface ControlledList {
  readonly standing: Standing;
  readonly checked: string;
  readonly rows: readonly RequirementRow[];
  /** Of its documents: names that hold another one. */
  readonly longerNames: LongerNames;
  /** First day that any row speaks of; of days before it the list says nothing. ISO date. */
  readonly firstDay: string;
  /** `code`: 4 to 10 digits; `day`: ISO date. */
  coverage(code: HsCode, day: string): Coverage;
  /** Whether the code, or anything below it, is in force on the day: goods of it may be controlled. */
  touches(code: HsCode, day: string): boolean;
}

/** Both ends included. ISO dates compare as text. */
export function inForce(row: RequirementRow, day: string): boolean {
  return row.effective_from <= day && (row.effective_to === null || day <= row.effective_to);
}

/** Throws when the text is no table of requirements. */
export function openControlledList(text: string): ControlledList {
  return controlledList(v.parse(RequirementFile, JSON.parse(text)));
}

export function controlledList({ standing, checked, rows }: RequirementFile): ControlledList {
  const byCode = new Map<HsCode, RequirementRow[]>();
  const byPrefix = new Map<HsCode, RequirementRow[]>();
  const put = (map: Map<HsCode, RequirementRow[]>, code: HsCode, row: RequirementRow): void => {
    const there = map.get(code);
    if (there) there.push(row);
    else map.set(code, [row]);
  };
  for (const row of rows) {
    put(byCode, row.hs, row);
    for (let digits = 2; digits < row.hs.length; digits += 2) {
      put(byPrefix, row.hs.slice(0, digits), row);
    }
  }
  const onDay = (found: readonly RequirementRow[] | undefined, day: string): RequirementRow[] =>
    found?.filter((row) => inForce(row, day)) ?? [];
  const coverage = (code: HsCode, day: string): Coverage => {
    const covering: RequirementRow[] = [];
    for (let digits = 2; digits <= code.length; digits += 2) {
      covering.push(...onDay(byCode.get(code.slice(0, digits)), day));
    }
    return { rows: covering, below: onDay(byPrefix.get(code), day) };
  };
  return {
    ...{ standing, checked, rows, coverage },
    longerNames: longerNames(rows),
    firstDay: rows.map((row) => row.effective_from).reduce((a, b) => (a < b ? a : b), '9999-12-31'),
    touches: (code, day) => {
      const { rows: covering, below } = coverage(code, day);
      return covering.length + below.length > 0;
    },
  };
}
