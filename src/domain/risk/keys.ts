import type { ReasonKey } from './explanation.ts';

/** What a key can be made of: columns as they stand, and values derived from one or two of them. */
export const PARTS = [
  'hs6',
  'hs4',
  'hs2',
  'departure',
  'origin',
  'taxType',
  'taxRate',
  'netMass',
  'itemPrice',
  'unitPrice',
  'massBand',
  'importer',
  'seller',
  'declarant',
  'courier',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * goods: what kind of thing came from where. identity: exact mass or price, which in data that
 * repeats templates recognises the template. entity: who traded; empty values have no history.
 */
export type KeyRole = 'goods' | 'identity' | 'entity';

export interface KeySpec {
  readonly name: string;
  readonly parts: readonly Part[];
  readonly role: KeyRole;
  readonly reason: ReasonKey;
}

const CONTEXT = ['hs6', 'departure', 'origin', 'taxRate', 'taxType'] as const;

/** The exact template of a line: a line is novel when no training line had the same. */
export const PATTERN_KEY = 'pattern';

/** All histories a model may hold; a pack names those it kept. */
export const KEY_SPECS: readonly KeySpec[] = [
  {
    name: PATTERN_KEY,
    parts: [...CONTEXT, 'netMass', 'itemPrice'],
    role: 'identity',
    reason: 'pattern',
  },
  { name: 'goods-price', parts: ['hs6', 'itemPrice'], role: 'identity', reason: 'goods-price' },
  { name: 'goods-mass', parts: ['hs6', 'netMass'], role: 'identity', reason: 'goods-mass' },
  { name: 'mass', parts: ['netMass'], role: 'identity', reason: 'mass' },
  { name: 'price', parts: ['itemPrice'], role: 'identity', reason: 'price' },
  { name: 'context', parts: CONTEXT, role: 'goods', reason: 'context' },
  { name: 'goods-origin', parts: ['hs6', 'origin'], role: 'goods', reason: 'goods-origin' },
  {
    name: 'goods-departure',
    parts: ['hs6', 'departure'],
    role: 'goods',
    reason: 'goods-departure',
  },
  { name: 'goods-tax-type', parts: ['hs6', 'taxType'], role: 'goods', reason: 'goods-tax' },
  { name: 'goods-tax-rate', parts: ['hs6', 'taxRate'], role: 'goods', reason: 'goods-tax' },
  { name: 'unit-price', parts: ['unitPrice'], role: 'goods', reason: 'unit-price' },
  { name: 'goods', parts: ['hs6'], role: 'goods', reason: 'goods' },
  { name: 'heading', parts: ['hs4'], role: 'goods', reason: 'goods' },
  { name: 'chapter', parts: ['hs2'], role: 'goods', reason: 'goods' },
  { name: 'route', parts: ['origin', 'departure'], role: 'goods', reason: 'route' },
  { name: 'origin', parts: ['origin'], role: 'goods', reason: 'origin' },
  { name: 'departure', parts: ['departure'], role: 'goods', reason: 'departure' },
  { name: 'tax-type', parts: ['taxType'], role: 'goods', reason: 'tax' },
  { name: 'tax-rate', parts: ['taxRate'], role: 'goods', reason: 'tax' },
  { name: 'heading-origin', parts: ['hs4', 'origin'], role: 'goods', reason: 'goods-origin' },
  { name: 'heading-tax-type', parts: ['hs4', 'taxType'], role: 'goods', reason: 'goods-tax' },
  { name: 'goods-mass-band', parts: ['hs6', 'massBand'], role: 'goods', reason: 'goods-mass-band' },
  {
    name: 'unit-price-context',
    parts: ['unitPrice', ...CONTEXT],
    role: 'goods',
    reason: 'unit-price-context',
  },
  { name: 'importer', parts: ['importer'], role: 'entity', reason: 'importer' },
  { name: 'seller', parts: ['seller'], role: 'entity', reason: 'seller' },
  { name: 'declarant', parts: ['declarant'], role: 'entity', reason: 'declarant' },
  { name: 'courier', parts: ['courier'], role: 'entity', reason: 'courier' },
];

export function keySpec(name: string): KeySpec {
  const spec = KEY_SPECS.find((s) => s.name === name);
  if (spec === undefined) throw new RangeError(`no key "${name}"`);
  return spec;
}
