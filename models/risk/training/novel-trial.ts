import { backOffRate, logOdds, openBackOff } from '../../../src/domain/risk/back-off.ts';
import type { LineTable } from '../../../src/domain/risk/declaration.ts';
import type { KeySpec } from '../../../src/domain/risk/keys.ts';
import { encodeLines, isNovel, learn } from '../../../src/domain/risk/knowledge.ts';
import { openNetwork } from '../../../src/domain/risk/network-inputs.ts';
import { openForest, scoreForest } from '../../../src/domain/risk/score-forest.ts';
import { FRAUD_MEMBERS } from '../../../src/domain/risk/stack.ts';
import { GOODS_KEYS } from './feature-sets.ts';
import type { StackRows } from './fit-stack.ts';
import { foundAtLeast } from './found.ts';
import { randomFolds } from './out-of-fold.ts';
import { askNetwork } from './run-model.ts';
import { linesWhere, selectLines } from '../../declarations/select-lines.ts';
import { trainNovelMembers } from './train-members.ts';

const FOLDS = 4;
const WIDTH = FRAUD_MEMBERS.length;

/** Member logits of the held lines that are novel to the rest (main trees are not asked: 0). */
async function heldOut(
  rest: LineTable,
  held: LineTable,
  traders: readonly KeySpec[],
): Promise<{ members: Float32Array; found: Uint8Array }> {
  const knowledge = learn(rest, [...GOODS_KEYS, ...traders]);
  const { novelTrees, network } = trainNovelMembers(
    rest,
    knowledge,
    encodeLines(knowledge, rest),
    1,
    traders,
  );
  const all = encodeLines(knowledge, held);
  const novel = selectLines(
    held,
    linesWhere(held.length, (line) => isNovel(knowledge, all, line)),
  );
  const encoded = encodeLines(knowledge, novel);
  const every = linesWhere(novel.length, () => true);
  const members = new Float32Array(novel.length * WIDTH);
  scoreForest(openForest(novelTrees, knowledge), encoded, every, members, WIDTH, 2);
  const answers = await askNetwork({ network: openNetwork(network, knowledge) }, encoded);
  const backOff = openBackOff(knowledge.histories, 'fraud', knowledge.priors.fraud);
  for (const line of every) {
    members[line * WIDTH] = logOdds(backOffRate(backOff, encoded.entries, novel.length, line));
    members[line * WIDTH + 3] = answers?.[line] ?? 0;
  }
  return { members, found: foundAtLeast(novel, 'fraud') };
}

/**
 * What the members say of training lines that are novel to the other folds: five times as many
 * lines as the validation quarter has, to choose and weigh the members for novel patterns by.
 */
export async function novelTrial(
  table: LineTable,
  traders: readonly KeySpec[],
): Promise<StackRows> {
  const foldOf = randomFolds(table.length, FOLDS, 91);
  const parts = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = selectLines(
      table,
      linesWhere(table.length, (line) => foldOf[line] !== fold),
    );
    const held = selectLines(
      table,
      linesWhere(table.length, (line) => foldOf[line] === fold),
    );
    parts.push(await heldOut(rest, held, traders));
  }
  return {
    width: WIDTH,
    members: Float32Array.from(parts.flatMap((p) => [...p.members])),
    found: Uint8Array.from(parts.flatMap((p) => [...p.found])),
  };
}
