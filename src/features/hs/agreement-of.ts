import type { Agreement, HsAnswer } from '../../contracts/hs.ts';
import { compareDeclared } from '../../domain/hs/agreement.ts';
import type { HsCode } from '../../domain/hs/code.ts';

/** How a declared code stands to the answer on the screen: by the rule the background check uses. */
export function agreementOf(answer: HsAnswer, declared: HsCode): Agreement {
  const shares = new Map(answer.candidates.map(({ code, probability }) => [code, probability]));
  const six = declared.slice(0, 6);
  // A declared code outside the list has next to nothing; it is a code all the same.
  if (six.length === 6 && !shares.has(six)) shares.set(six, 0);
  const codes = [...shares.keys()].sort();
  const probability = Float32Array.from(codes, (code) => shares.get(code) ?? 0);
  return compareDeclared(declared, answer.kind, codes, probability).agreement;
}
