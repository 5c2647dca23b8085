/** Texts of the self-test: invented goods in both languages, and inputs that are hardly goods. */
import { isHeldOut, readPhrases } from '../../phrases.ts';

const HARD = [
  'a',
  '선물',
  '<b>SMART WATCH</b> &amp; strap',
  'ＴＥＸＴＩＬＥ　가방',
  '😀 USB충전기',
  '8517.62',
];
const FROM_PHRASES = 40;

export function goldenTexts(): string[] {
  const held = readPhrases().filter(({ text }) => isHeldOut(text));
  const every = Math.max(1, Math.floor(held.length / FROM_PHRASES));
  return [...HARD, ...held.filter((_, i) => i % every === 0).map(({ text }) => text)];
}
