import * as v from 'valibot';
import { CODE_TABLES, codeName } from './code-table.ts';
import type { CodeTables } from './code-table.ts';

export const GoldenCodes = v.object({
  format: v.literal(1),
  cases: v.pipe(
    v.array(
      v.object({
        table: v.picklist(CODE_TABLES),
        code: v.string(),
        date: v.pipe(v.string(), v.isoDate()),
        ko: v.string(),
        en: v.string(),
        verified: v.boolean(),
      }),
    ),
    v.minLength(1),
  ),
});
export type GoldenCodes = v.InferOutput<typeof GoldenCodes>;

/** Codes that opened tables name otherwise than the pack says. Empty: the self-test passed. */
export function codeDisagreements(tables: CodeTables, golden: GoldenCodes): readonly string[] {
  return golden.cases
    .filter(({ table, code, date, ...wanted }) => {
      const ko = codeName(tables, table, code, date, 'ko');
      const en = codeName(tables, table, code, date, 'en');
      return ko.name !== wanted.ko || en.name !== wanted.en || ko.verified !== wanted.verified;
    })
    .map(({ table, code, date }) => `${table} ${code} ${date}`);
}
