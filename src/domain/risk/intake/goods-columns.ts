import type { DraftLine } from './line-builder.ts';

/** Goods texts of the lines of a chunk that have one, with the HS code as declared. */
export interface GoodsColumns {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly declared: readonly string[];
}

/** Collects the texts of one chunk, line by line. */
export function collectGoods() {
  const ids: string[] = [];
  const texts: string[] = [];
  const declared: string[] = [];
  return {
    push({ id, code, goods }: DraftLine & { readonly goods: string }): void {
      if (goods === '') return;
      ids.push(id);
      texts.push(goods);
      declared.push(code.hs6);
    },
    finish: (): GoodsColumns => ({ ids, texts, declared }),
  };
}
