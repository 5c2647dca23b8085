import type { HsReasons, WordSpan } from '../../src/contracts/hs.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import { hasBelow } from '../../src/domain/hs/answer.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import { differencesBetween } from '../../src/domain/hs/separators.ts';
import type { HsModel } from '../../src/domain/hs/suggest/model.ts';
import type { Tariff } from '../../src/domain/hs/tariff.ts';
import { readPart } from './suggest.ts';

/** A word that pulls less than this against the strongest one is not marked. */
const LEAST_WEIGHT = 0.08;
/** Nor is one that hardly pulls at all, log-odds: of weak words the strongest is weak, too. */
const LEAST_PULL = 0.05;

/**
 * Which words led to a code and away from its rival (null: all others), and what their official
 * names ask for. Fault: not-found.
 */
export function explain(
  model: HsModel,
  tariff: Tariff,
  text: string,
  code: HsCode,
  rival: HsCode | null,
): Result<HsReasons> {
  if (!tariff.node(code)) return fail('not-found', { code });
  if (rival !== null && !tariff.node(rival)) return fail('not-found', { code: rival });
  const read = readPart(text);
  const differences = rival === null ? [] : differencesBetween(tariff, code, rival, read);
  return succeed({ spans: spansOf(model, read, code, rival), differences });
}

function spansOf(model: HsModel, text: string, code: HsCode, rival: HsCode | null): WordSpan[] {
  const six = code.slice(0, 6);
  const against = rival?.slice(0, 6) ?? null;
  const known = (one: HsCode): boolean => one.length === 6 && hasBelow(model.codes, one);
  // A code of an older tariff has no words of its own.
  if (!known(six) || six === against) return [];
  const pulls = model.pulls(text, six, against !== null && known(against) ? against : null);
  const strongest = Math.max(...pulls.map(({ pull }) => Math.abs(pull)), 1e-9);
  return pulls
    .filter(({ pull }) => Math.abs(pull) >= LEAST_PULL)
    .map(({ start, end, pull }) => ({ start, end, weight: pull / strongest }))
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT);
}
