/** What the model and two baselines say of simulated lines. */
import { ANSWER_OF } from '../../src/domain/controlled/answer.ts';
import type { ControlledList } from '../../src/domain/controlled/controlled-list.ts';
import { judgeLine, type ControlledModel } from '../../src/domain/controlled/judge.ts';
import type { JudgedLine } from './figures.ts';
import { given, type SimulatedLine, type World } from './simulate.ts';

/**
 * Siblings: the share of controlled codes under the declared heading. Disagreement: what the suggester
 * leaves for other codes than the declared one; it has nothing to go by without a text.
 */
export function baselinesOf(
  { view }: World,
  { line }: SimulatedLine,
): Pick<JudgedLine, 'siblings' | 'disagreement'> {
  const text = line.suggestions.length > 0;
  return {
    siblings: view.shareBelow(line.code.slice(0, 4)),
    disagreement: text ? 1 - given(line.suggestions, line.code) : null,
  };
}

export function judgeLines(
  world: World,
  list: ControlledList,
  model: ControlledModel,
  lines: readonly SimulatedLine[],
): JudgedLine[] {
  return lines.map((simulated) => {
    const { ground, probability } = judgeLine(list, model, simulated.line);
    return {
      shift: simulated.shift,
      probability: probability ?? 0,
      answer: ANSWER_OF[ground],
      ...baselinesOf(world, simulated),
    };
  });
}
