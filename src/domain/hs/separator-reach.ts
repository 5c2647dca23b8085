/**
 * Where a separator may be asked for. Official names share words across the tariff: `seed` oils are
 * not for sowing, cellular rubber has no radio. Outside its reach a property is left open.
 */
import type { SeparatorKey } from './separator-rules.ts';

/** What the code begins with. */
const REACH: Partial<Record<SeparatorKey, RegExp>> = {
  // What textiles are made of, against seeds, pulps, oils and slag wool.
  cotton: /^(?:5|6[0-3])/,
  wool: /^(?:5|6[0-3])/,
  linen: /^(?:5[3-9]|6[0-3])/,
  synthetic: /^(?:5[4-9]|6[0-6])/,
  textile: /^(?:5|6[0-5])/,
  // Against what works on a material, is packed with it or polishes it.
  leather: /^(?:4[1-3]|64|9113)/,
  rubber: /^(?!3[58])/,
  wood: /^(?:4[4-7]|940[136])/,
  paper: /^(?:3703|4707|48)/,
  glass: /^(?:3207|70|8546|9001|9405)/,
  ceramic: /^(?:69|6804|85(?:32|4[67]))/,
  'iron-steel': /^(?:2601|7[23]|8[23]|94)/,
  aluminium: /^(?!25)/,
  'precious-metal': /^(?:2843|71|8215|91)/,
  // Food, and what is kept like it.
  live: /^0/,
  fresh: /^(?:0|1[0-6]|2[01])/,
  frozen: /^(?:0|1[0-6]|2[01])/,
  dried: /^(?:0|1[0-4]|16|2[01]|3502)/,
  'smoked-salted': /^(?:0|1[0-6]|2[01])/,
  prepared: /^(?:0|1|2[0-3])/,
  sweetened: /^(?!2008|22029)/,
  alcoholic: /^220[2-8]/,
  'for-sowing': /^(?:0701|1)/,
  // Goods of a few chapters.
  dyed: /^[56]/,
  printed: /^(?:49|5|6[0-3])/,
  baby: /^(?:1901|6111|6209|8715|9619)/,
  waterproof: /^(?:63061|64)/,
  alloy: /^(?:7|8[01])/,
  cast: /^7/,
  coated: /^(?:48|59|7|8[0-3])/,
  'hand-operated': /^(?:820[1-6]|8210|8467|9604|9611)/,
  electric: /^(?:6301|8[4-7]|9)/,
  battery: /^(?:850[67]|8513|85491|860120)/,
  wireless: /^85/,
  sound: /^(?:8512|851[89]|8527|9207)/,
  image: /^(?:8521|85258|8528|900[67]|950450)/,
  'engine-diesel': /^(?!8511)/,
  'engine-petrol': /^(?!8511)/,
  upholstered: /^94/,
  medical: /^(?:30|401[45]|90|94)/,
  toy: /^950[3-5]/,
  // Domestic hens are no household goods, and satsumas no sets.
  household: /^(?!0|16)/,
  set: /^(?!0|2[89])/,
  sports: /^(?:4203|640[1-5]|8903|9303|950[67])/,
};

/** Headings list these beside other goods: only the name of a subheading, or below, asks for them. */
const OF_SUBHEADINGS: ReadonlySet<SeparatorKey> = new Set(['set', 'led', 'used']);

export function withinReach(key: SeparatorKey, code: string): boolean {
  return REACH[key]?.test(code) ?? true;
}

export function isOfSubheadings(key: SeparatorKey): boolean {
  return OF_SUBHEADINGS.has(key);
}
