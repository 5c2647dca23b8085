import { AGREEMENTS, type GoodsCheck } from '../../contracts/hs.ts';
import type { GoodsCheckChunk, GoodsTexts, HaechiDatabase } from './database.ts';

/** The pack whose versions check goods texts. */
const HS_PACK = 'hs';

/** The goods text of an imported line with its code as declared. */
export interface DeclaredGoods {
  readonly text: string;
  /** Four or six digits. */
  readonly declared: string;
}

/** What a declaration calls its goods, by its latest file; undefined where this said nothing. */
export async function readDeclaredGoods(
  database: HaechiDatabase,
  declaration: string,
): Promise<DeclaredGoods | undefined> {
  const chunk = await database.goodsTexts.where('ids').equals(declaration).last();
  const at = chunk?.ids.indexOf(declaration) ?? -1;
  const text = chunk?.texts[at];
  return text === undefined ? undefined : { text, declared: chunk?.declared[at] ?? '' };
}

/** What the model said of a declaration's goods text; undefined until it was checked. */
export async function readGoodsCheck(
  database: HaechiDatabase,
  declaration: string,
): Promise<GoodsCheck | undefined> {
  const checks = await database.goodsChecks.where('ids').equals(declaration).last();
  if (!checks) return undefined;
  const texts = await database.goodsTexts.get([checks.batch, checks.index]);
  return texts && checkAt(texts, checks, checks.ids.indexOf(declaration));
}

/** One line of a checked chunk; both hold the same lines in the same order. */
export function checkAt(
  texts: GoodsTexts,
  checks: GoodsCheckChunk,
  at: number,
): GoodsCheck | undefined {
  const declaration = checks.ids[at];
  const agreement = AGREEMENTS[checks.agreement[at] ?? -1];
  if (declaration === undefined || declaration !== texts.ids[at] || !agreement) return undefined;
  const suggested = checks.suggested[at] ?? '';
  return {
    ...{ declaration, agreement, text: texts.texts[at] ?? '', declared: texts.declared[at] ?? '' },
    suggested: suggested === '' ? null : suggested,
    probability: checks.probability[at] ?? 0,
    declaredProbability: checks.declaredProbability[at] ?? 0,
    pack: { id: HS_PACK, version: checks.version },
  };
}
