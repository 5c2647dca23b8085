/** The tariff as a tree, section to 10-digit code, for browsing, paths and search. */
import { NAMED_LENGTHS, type HsCode, type HsLevel } from './code.ts';
import type { HsEntry, Nomenclature } from './nomenclature.ts';
import { SECTIONS, sectionNamed, sectionOf } from './sections.ts';

/** A code of the tariff with its names and what is below it. */
export interface HsNode {
  readonly code: HsCode;
  readonly level: HsLevel | 'section';
  readonly ko: string;
  readonly en: string;
  /** How many codes are directly below. */
  readonly children: number;
  /** 10-digit codes only: codes of the units of quantity and weight, first day of validity. */
  readonly units: { readonly quantity: string; readonly weight: string } | null;
  readonly validFrom: string | null;
}

export interface Tariff {
  readonly nomenclature: Nomenclature;
  node(code: HsCode): HsNode | undefined;
  /** Codes directly below; the sections for null. */
  children(code: HsCode | null): readonly HsNode[];
  /** The code and its ancestors, section first; empty where the tariff has no such code. */
  path(code: HsCode): readonly HsNode[];
  /** Codes of ten digits under a code, in order. */
  leaves(code: HsCode): readonly HsCode[];
}

/** The nearest named code above; a chapter's is its section. */
function parentOf(nomenclature: Nomenclature, code: HsCode): HsCode | undefined {
  for (const length of NAMED_LENGTHS) {
    if (length >= code.length) continue;
    const above = code.slice(0, length);
    if (nomenclature.entry(above) !== undefined) return above;
  }
  return code.length === 2 ? sectionOf(code)?.code : undefined;
}

function childrenByCode(nomenclature: Nomenclature): ReadonlyMap<HsCode, readonly HsCode[]> {
  const below = new Map<HsCode, HsCode[]>();
  for (const code of nomenclature.codes()) {
    const parent = parentOf(nomenclature, code);
    if (parent === undefined) continue;
    const siblings = below.get(parent);
    if (siblings) siblings.push(code);
    else below.set(parent, [code]);
  }
  for (const siblings of below.values()) siblings.sort();
  return below;
}

export function openTariff(nomenclature: Nomenclature): Tariff {
  let index: ReadonlyMap<HsCode, readonly HsCode[]> | undefined;
  const below = (code: HsCode): readonly HsCode[] => {
    index ??= childrenByCode(nomenclature);
    return index.get(code) ?? [];
  };

  function fromEntry({ code, level, ko, en }: HsEntry): HsNode {
    const details = nomenclature.details(code);
    return {
      ...{ code, level, ko, en: en === '' ? ko : en, children: below(code).length },
      units: details ? { quantity: details.quantityUnit, weight: details.weightUnit } : null,
      validFrom: details?.validFrom ?? null,
    };
  }

  function node(code: HsCode): HsNode | undefined {
    const section = sectionNamed(code);
    if (section) {
      const { ko, en } = section;
      const children = below(code).length;
      return { code, level: 'section', ko, en, children, units: null, validFrom: null };
    }
    const entry = nomenclature.entry(code);
    return entry && fromEntry(entry);
  }

  function nodes(codes: readonly HsCode[]): HsNode[] {
    return codes.flatMap((code) => node(code) ?? []);
  }

  function leaves(code: HsCode): HsCode[] {
    return below(code).flatMap((one) => (one.length === 10 ? one : leaves(one)));
  }

  return {
    nomenclature,
    node,
    children: (code) => nodes(code === null ? SECTIONS.map((one) => one.code) : below(code)),
    path(code) {
      if (!node(code)) return [];
      const codes = [code];
      for (let above = parentOf(nomenclature, code); above !== undefined;) {
        codes.unshift(above);
        above = parentOf(nomenclature, above);
      }
      return nodes(codes);
    },
    leaves,
  };
}
