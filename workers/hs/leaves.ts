import type { HsLeaf } from '../../src/contracts/hs.ts';
import { fail, succeed, type Result } from '../../src/contracts/fault.ts';
import type { HsCode } from '../../src/domain/hs/code.ts';
import type { HsModel } from '../../src/domain/hs/suggest/model.ts';
import type { HsNode, Tariff } from '../../src/domain/hs/tariff.ts';
import { wordingOf } from '../../src/domain/hs/vague.ts';
import { readPart } from './suggest.ts';

/**
 * The 10-digit codes under a subheading, likeliest first, then in the order of the tariff. Without
 * a model, or where the text says nothing, none has a share. Fault: not-found.
 */
export function leaves(
  model: Pick<HsModel, 'rankLeaves'> | null,
  tariff: Tariff,
  text: string,
  code: HsCode,
): Result<readonly HsLeaf[]> {
  const six = code.slice(0, 6);
  if (!tariff.node(six)) return fail('not-found', { code });
  const nodes = tariff.leaves(six).flatMap((leaf) => tariff.node(leaf) ?? []);
  const named = nodes.map((node) => withGroups(tariff, node, six));
  const shares = sharesOf(model, readPart(text), named);
  const found = named.map((node, at): HsLeaf => ({ ...node, probability: shares[at] ?? null }));
  return succeed(found.sort((a, b) => (b.probability ?? -1) - (a.probability ?? -1)));
}

function sharesOf(
  model: Pick<HsModel, 'rankLeaves'> | null,
  text: string,
  nodes: readonly HsNode[],
): readonly (number | null)[] {
  if (nodes.length === 1) return [1];
  if (!model || wordingOf(text).says === 'nothing') return [];
  return model.rankLeaves(text, nodes);
}

/** Many leaves are called `other`: the names of the groups above them, below the subheading, lead. */
function withGroups(tariff: Tariff, node: HsNode, six: HsCode): HsNode {
  const path = tariff.path(node.code).filter(({ code }) => code.length > six.length);
  const join = (names: readonly string[]): string =>
    names.filter((name, at) => name !== names[at + 1]).join(' › ');
  return { ...node, ko: join(path.map(({ ko }) => ko)), en: join(path.map(({ en }) => en)) };
}
