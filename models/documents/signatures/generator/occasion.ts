/** One writing of a plan: by its own writer, or by somebody who imitates it. */
import type { Target } from './alphabet.ts';
import type { Dice } from './dice.ts';
import type { Plan } from './hand.ts';

/** How much the targets, the letters and the whole may differ from the plan. */
interface Spread {
  readonly target: number;
  readonly memory: number;
  readonly drift: number;
  readonly lift: number;
  readonly size: number;
}

/** `spread`: how much this writer varies, about 0.5 to 2. */
export function vary(plan: Plan, spread: number, dice: Dice): Plan {
  const kept =
    dice.chance(0.08 * spread) && plan.targets.length > 8
      ? plan.targets.length - dice.from(1, 3)
      : plan.targets.length;
  const moved = moveParts(plan, dice, {
    target: 0.045 * spread,
    memory: 0.35,
    drift: 0.05 * spread,
    lift: 0.07 * spread,
    size: 0.06 * spread,
  });
  const wide = dice.factor(0.05 * spread);
  const lean = dice.normal(0, 0.05 * spread);
  const turn = dice.normal(0, 0.045 * spread);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const targets = moved.slice(0, kept).map((target, at): Target => {
    const x = target.x * wide + lean * target.y;
    const bend = target.bend + dice.normal(0, 0.13 * spread) * (1 + 0.25 * Math.abs(target.bend));
    const lifted = at > 0 && dice.chance(0.012 * spread) ? !target.lifted : target.lifted;
    return { x: x * cos - target.y * sin, y: x * sin + target.y * cos, bend, lifted };
  });
  return {
    ...plan,
    ...{ targets, part: plan.part.slice(0, kept) },
    pace: plan.pace.slice(0, kept).map((pace) => pace + dice.normal(0, 0.06 * spread)),
    overlap: plan.overlap * dice.factor(0.08 * spread),
    spread: plan.spread * dice.factor(0.08),
  };
}

/** What a forger makes of it who has seen it and practised: `skill` 0 poor to 1 very good. */
export function imitate(plan: Plan, skill: number, dice: Dice): Plan {
  const miss = 1.25 - skill;
  const moved = moveParts(plan, dice, {
    target: 0.13 * miss * dice.between(0.5, 1.3),
    memory: 0.3,
    drift: 0.16 * miss,
    lift: 0.2 * miss,
    size: 0.17 * miss,
  });
  const high = dice.factor(0.13 * miss);
  const [above, below] = [dice.factor(0.16 * miss), dice.factor(0.16 * miss)];
  const [lean, slope] = [dice.normal(0, 0.2 * miss), dice.normal(0, 0.05 * miss)];
  const bendShift = dice.normal(0, 0.22 * miss);
  const targets = moved.map((target, at): Target => {
    let y = target.y * high;
    if (y > 1.2) y = 1.2 + (y - 1.2) * above;
    if (y < -0.2) y *= below;
    const x = target.x + lean * y;
    const bend = target.bend * dice.factor(0.35 * miss, -0.05) + bendShift;
    const lifted = at > 0 && dice.chance(0.05 * miss) ? !target.lifted : target.lifted;
    return { x, y: y + slope * x, bend: bend + dice.normal(0, 0.5 * miss), lifted };
  });
  const slower = Math.abs(dice.normal(0.1, 0.3 * miss)) * (dice.chance(0.67) ? 1 : -1);
  return {
    ...{
      targets,
      part: plan.part,
      pace: plan.pace.map((one) => one + dice.normal(0, 0.15 * miss)),
    },
    overlap: plan.overlap * Math.exp(slower),
    spread: Math.min(0.4, Math.max(0.07, plan.spread * dice.factor(0.25 * miss))),
    pressure: Math.min(1, Math.max(0, plan.pressure + dice.normal(0, 0.4))),
    tremor: dice.chance(0.67) ? Math.max(0, dice.normal(0.012, 0.02)) : 0,
    slowness: dice.chance(0.5) ? dice.between(0, 1) : 0,
  };
}

function moveParts(plan: Plan, dice: Dice, by: Spread): Target[] {
  const parts = Math.max(...plan.part) + 1;
  const lifts = dice.chain(parts, by.lift, 0.65);
  let drift = 0;
  const moves = lifts.map((up) => {
    drift += dice.normal(0, by.drift);
    return {
      drift,
      up,
      wide: dice.factor(by.size),
      high: dice.factor(by.size),
      centre: 0,
      count: 0,
    };
  });
  plan.targets.forEach(({ x }, at) => {
    const move = moves[plan.part[at] ?? 0];
    if (!move) return;
    move.centre += x;
    move.count += 1;
  });
  const [sideways, upwards] = [0, 1].map(() =>
    dice.chain(plan.targets.length, by.target, by.memory),
  );
  return plan.targets.map((target, at) => {
    const before = plan.targets[at - 1] ?? target;
    // Long strokes miss by more, as hands do.
    const way = 1 + 0.35 * Math.min(6, Math.hypot(target.x - before.x, target.y - before.y));
    const move = moves[plan.part[at] ?? 0];
    const x = target.x + (sideways?.[at] ?? 0) * way;
    const y = target.y + (upwards?.[at] ?? 0) * way;
    if (!move) return { ...target, x, y };
    const centre = move.centre / move.count;
    return {
      ...target,
      x: (x - centre) * move.wide + centre + move.drift,
      y: y * move.high + move.up,
    };
  });
}
