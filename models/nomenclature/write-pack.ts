/** Writes the two text files of the pack; the format is described in src/domain/hs/nomenclature-text.ts. */
import type {
  HskHeader,
  HsHeader,
  NomenclatureEdition,
} from '../../src/domain/hs/nomenclature-text.ts';
import { NOMENCLATURE_FORMAT } from '../../src/domain/hs/nomenclature-text.ts';
import type { InferOutput } from 'valibot';

export interface PackName {
  readonly code: string;
  readonly ko: string;
  readonly en: string;
  readonly flags: number;
}

export interface PackLeaf extends PackName {
  readonly quantityUnit: string;
  readonly weightUnit: string;
  readonly from: string;
}

export function writeHsTable(edition: NomenclatureEdition, names: readonly PackName[]): string {
  const header: InferOutput<typeof HsHeader> = {
    format: NOMENCLATURE_FORMAT,
    edition,
    rows: names.length,
  };
  const rows = byCode(names).map((n) => [n.code, n.ko, n.en, n.flags].join('\t'));
  return [JSON.stringify(header), ...rows, ''].join('\n');
}

export function writeHskTable(leaves: readonly PackLeaf[]): string {
  const ko = dictionary(leaves.map((leaf) => leaf.ko));
  const en = dictionary(leaves.map((leaf) => leaf.en));
  const units = dictionary(leaves.flatMap((leaf) => [leaf.quantityUnit, leaf.weightUnit]));
  const starts = dictionary(leaves.map((leaf) => leaf.from));
  const header: InferOutput<typeof HskHeader> = {
    format: NOMENCLATURE_FORMAT,
    units: units.texts,
    starts: starts.texts,
    ko: ko.texts.length,
    en: en.texts.length,
    rows: leaves.length,
  };
  const rows = byCode(leaves).map((leaf) =>
    [
      leaf.code,
      ko.at(leaf.ko),
      en.at(leaf.en),
      leaf.flags,
      units.at(leaf.quantityUnit),
      units.at(leaf.weightUnit),
      starts.at(leaf.from),
    ].join('\t'),
  );
  return [JSON.stringify(header), ...ko.texts, ...en.texts, ...rows, ''].join('\n');
}

interface Dictionary {
  readonly texts: string[];
  at(text: string): string;
}

/** Every text once; ordered by code unit, not by locale, so that all machines agree. */
function dictionary(all: readonly string[]): Dictionary {
  const texts = [...new Set(all)].sort();
  const places = new Map(texts.map((text, i) => [text, i.toString(36)]));
  return { texts, at: (text) => places.get(text) ?? '' };
}

function byCode<T extends { readonly code: string }>(names: readonly T[]): readonly T[] {
  return [...names].sort((a, b) => (a.code < b.code ? -1 : 1));
}
