import type { MemberLogits } from '../../../src/domain/risk/score.ts';
import { CRITICAL_MEMBERS, FRAUD_MEMBERS } from '../../../src/domain/risk/stack.ts';
import type { Stack } from '../../../src/domain/risk/stack.ts';
import { chooseMembers } from './choose-members.ts';
import type { MemberTrial } from './choose-members.ts';
import { calibrateMix, fitLogistic, fitStack } from './fit-stack.ts';
import type { StackRows } from './fit-stack.ts';
import { linesWhere } from '../../declarations/select-lines.ts';

export const REPLICATES = 60;

export interface Blend {
  readonly known: Stack;
  readonly novel: Stack;
  readonly critical: Stack;
  readonly trials: Readonly<Record<'known' | 'novel' | 'critical', readonly MemberTrial[]>>;
}

/** Member logits and outcomes of the chosen lines. */
export function stackRows(
  members: Float32Array,
  width: number,
  found: Uint8Array,
  lines: Uint32Array,
): StackRows {
  const chosen = new Float32Array(lines.length * width);
  lines.forEach((line, i) =>
    chosen.set(members.subarray(line * width, (line + 1) * width), i * width),
  );
  return { width, members: chosen, found: Uint8Array.from(lines, (line) => found[line] as number) };
}

/**
 * Chooses the members and fits the three stacks: known patterns, novel patterns, critical cases.
 * The validation lines hold too few novel ones (1,469) to choose members by: those are chosen and
 * weighed on `trial` (training folds), and the validation lines only calibrate the sum.
 */
export function fitBlend(
  logits: MemberLogits & { novel: Uint8Array },
  trial: StackRows,
  fraud: Uint8Array,
  critical: Uint8Array,
): Blend {
  const width = FRAUD_MEMBERS.length;
  const all = linesWhere(fraud.length, () => true);
  const known = stackRows(
    logits.fraud,
    width,
    fraud,
    all.filter((l) => logits.novel[l] === 0),
  );
  const novel = stackRows(
    logits.fraud,
    width,
    fraud,
    all.filter((l) => logits.novel[l] === 1),
  );
  const grave = stackRows(logits.critical, CRITICAL_MEMBERS.length, critical, all);
  const at = (name: (typeof FRAUD_MEMBERS)[number]): number => FRAUD_MEMBERS.indexOf(name);
  const forKnown = chooseMembers(known, FRAUD_MEMBERS, [at('history'), at('trees')], 21);
  const forNovel = chooseMembers(
    trial,
    FRAUD_MEMBERS,
    [at('history'), at('novel-trees'), at('network')],
    22,
  );
  const mix = fitLogistic(trial, forNovel.used, () => 1);
  const forCritical = chooseMembers(grave, CRITICAL_MEMBERS, [0, 1], 23);
  return {
    known: fitStack(known, forKnown.used, REPLICATES, 31),
    novel: calibrateMix(novel, mix, REPLICATES, 32),
    critical: fitStack(grave, forCritical.used, REPLICATES, 33),
    trials: { known: forKnown.trials, novel: forNovel.trials, critical: forCritical.trials },
  };
}
