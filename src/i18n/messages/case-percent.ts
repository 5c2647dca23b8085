import { formatProbability } from '../format.ts';

/**
 * A probability inside a sentence, where a sign like `>` cannot be read aloud: 0.64 is `64 %`,
 * 0.999 is `99 % 넘음` or `over 99 %`. Number and unit stay on one line.
 */
export function percentInWords(probability: number, language: 'ko' | 'en'): string {
  const shown = formatProbability(probability);
  const figure = shown.replace(/^[<>] /, '').replace(' ', '\u00a0');
  if (shown.startsWith('>')) return language === 'ko' ? `${figure} 넘음` : `over ${figure}`;
  if (shown.startsWith('<')) return language === 'ko' ? `${figure} 미만` : `under ${figure}`;
  return figure;
}
