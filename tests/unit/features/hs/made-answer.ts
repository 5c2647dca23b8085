import { succeed, type Result } from '../../../../src/contracts/fault.ts';
import type { HsAnswer, HsNode, HsWorker } from '../../../../src/contracts/hs.ts';
import type { HsCode } from '../../../../src/domain/hs/code.ts';
import type { Called } from '../../../../src/platform/workers/call.ts';

/** An answer of a made-up model: a suggestion of 8517.62, unless told otherwise. */
export function madeAnswer(change: Partial<HsAnswer> = {}): HsAnswer {
  return {
    ...{ kind: 'suggest', reason: null, vague: null, language: 'en', similarity: 0.9, cut: false },
    candidates: madeCandidates([
      ['851762', 0.81],
      ['910212', 0.09],
      ['851769', 0.02],
    ]),
    rest: { codes: 312, probability: 0.08 },
    ...{ rightShare: 0.96, past: [], agreement: null, pack: { id: 'hs', version: '1.0.0' } },
    ...change,
  };
}

export function madeCandidates(
  shares: readonly (readonly [HsCode, number])[],
): HsAnswer['candidates'] {
  return shares.map(([code, probability]) => ({
    code,
    probability,
    path: [{ code, probability }],
  }));
}

function madeNode(code: HsCode): HsNode {
  const names = { ko: `${code} 이름`, en: `name of ${code}` };
  return { code, level: 'subheading', ...names, children: 0, units: null, validFrom: null };
}

/** A worker that answers every text alike; a test replaces the methods it is about. */
export function madeHs(answer: HsAnswer = madeAnswer()): Called<HsWorker> {
  const unused = (): Promise<Result<never>> => Promise.reject(new Error('not part of this test'));
  return {
    suggest: async () => succeed(answer),
    explain: async () => succeed({ spans: [], differences: [] }),
    leaves: async (_, _text, code) =>
      succeed(['9010', '9030'].map((end) => ({ ...madeNode(code + end), probability: 0.5 }))),
    browse: async () => succeed([]),
    path: async (_, code) => succeed([madeNode(code)]),
    search: async () => succeed([]),
    checkDeclarations: unused,
    disagreements: async () => succeed([]),
    selfTest: unused,
    measureSpeed: unused,
    reload: async () => succeed(null),
  };
}
