import type { HsCode } from '../../domain/hs/code.ts';
import type { HaechiDatabase } from '../../platform/database/database.ts';

/** What a declaration says its goods are. */
export interface DeclaredGoods {
  readonly declaration: string;
  /** null: the imported file has no goods text for this line. */
  readonly text: string | null;
  /** Four or six digits; null where the line is not known. */
  readonly declared: HsCode | null;
}

/** Reads the goods text and the declared code of one line; rejects with what the database says. */
export async function readDeclaredGoods(
  database: Pick<HaechiDatabase, 'goodsTexts'>,
  declaration: string,
): Promise<DeclaredGoods> {
  const chunk = await database.goodsTexts.where('ids').equals(declaration).last();
  const at = chunk?.ids.indexOf(declaration) ?? -1;
  const text = chunk?.texts[at] ?? null;
  return { declaration, text, declared: chunk?.declared[at] ?? null };
}
