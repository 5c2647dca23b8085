import * as v from 'valibot';
import { goodsTitle, shortGoodsTitle } from './goods-title.ts';
import type { Nomenclature } from './nomenclature.ts';

const Titles = v.object({ ko: v.string(), en: v.string() });
export const GoldenNames = v.object({
  format: v.literal(1),
  cases: v.pipe(
    v.array(
      v.object({ code: v.string(), ko: v.string(), en: v.string(), title: Titles, short: Titles }),
    ),
    v.minLength(1),
  ),
});
export type GoldenNames = v.InferOutput<typeof GoldenNames>;
type GoldenCase = GoldenNames['cases'][number];

/** What this nomenclature says of a code; names are empty when the code is not in it. */
export function goldenCase(nomenclature: Nomenclature, code: string): GoldenCase {
  const entry = nomenclature.entry(code);
  const both = (make: typeof goodsTitle): GoldenCase['title'] => ({
    ko: make(nomenclature, code, 'ko').text,
    en: make(nomenclature, code, 'en').text,
  });
  return {
    code,
    ko: entry?.ko ?? '',
    en: entry?.en ?? '',
    title: both(goodsTitle),
    short: both(shortGoodsTitle),
  };
}

/** Codes that an opened pack names differently than training did. Empty: the self-test passed. */
export function disagreements(nomenclature: Nomenclature, golden: GoldenNames): readonly string[] {
  return golden.cases
    .filter(
      (wanted) => JSON.stringify(goldenCase(nomenclature, wanted.code)) !== JSON.stringify(wanted),
    )
    .map((wanted) => wanted.code);
}
