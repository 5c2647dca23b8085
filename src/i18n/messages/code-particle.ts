/** Digits whose Korean reading ends in a consonant: 영, 일, 삼, 육, 칠, 팔. */
const CLOSED = new Set('013678');

/** A code with "and": `8517.62와`, `8517.13과`. */
export function withCode(code: string): string {
  return `${code}${CLOSED.has(code.at(-1) ?? '') ? '과' : '와'}`;
}

/** A code as a condition: `8517.62라면`, `8517.13이라면`. */
export function ifCode(code: string): string {
  return `${code}${CLOSED.has(code.at(-1) ?? '') ? '이라면' : '라면'}`;
}

/** A code as the object of a Korean sentence: `8517.62를`, `8517.13을`. */
export function asObject(code: string): string {
  return `${code}${CLOSED.has(code.at(-1) ?? '') ? '을' : '를'}`;
}
