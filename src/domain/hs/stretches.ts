/** A stretch of the text and what it does: weight > 0 speaks for a code, < 0 for its rival. */
export interface WordSpan {
  /** UTF-16 offsets into the text as typed. */
  readonly start: number;
  readonly end: number;
  /** -1..1, relative to the strongest word. */
  readonly weight: number;
}

/** How strongly a word pulls: 0 not worth a line, 3 the strongest. */
export type Strength = 0 | 1 | 2 | 3;

/** A stretch of the text as it is underlined. */
export interface Stretch {
  readonly text: string;
  readonly strength: Strength;
  /** Which of the two codes it speaks for. */
  readonly towards: 'code' | 'rival';
}

/** Bounds of the strengths, relative to the strongest word (1). */
const STRONG = 0.66;
const MEDIUM = 0.33;
const WEAK = 0.12;

function strengthOf(weight: number): Strength {
  const size = Math.abs(weight);
  if (size >= STRONG) return 3;
  if (size >= MEDIUM) return 2;
  return size >= WEAK ? 1 : 0;
}

/** The whole text in order, cut where an underline begins or ends. Joined it is the text again. */
export function stretchesOf(text: string, spans: readonly WordSpan[]): readonly Stretch[] {
  const plain = (from: number, to: number): Stretch[] =>
    from < to ? [{ text: text.slice(from, to), strength: 0, towards: 'code' }] : [];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const strength = strengthOf(span.weight);
    const end = Math.min(span.end, text.length);
    if (strength === 0 || span.start < at || span.start >= end) continue;
    const towards = span.weight < 0 ? 'rival' : 'code';
    stretches.push(...plain(at, span.start));
    stretches.push({ text: text.slice(span.start, end), strength, towards });
    at = end;
  }
  return [...stretches, ...plain(at, text.length)];
}

/** The words that pull towards each side, strongest first, each once: for those who cannot see lines. */
export function pullingWords(stretches: readonly Stretch[]): Record<'code' | 'rival', string[]> {
  const sorted = stretches
    .filter((s) => s.strength > 0)
    .toSorted((a, b) => b.strength - a.strength);
  const words = (side: Stretch['towards']): string[] => [
    ...new Set(sorted.filter((s) => s.towards === side).map((s) => s.text)),
  ];
  return { code: words('code'), rival: words('rival') };
}
