/**
 * Sigma-lognormal kinematics (Plamondon): each stroke is an arc run through at lognormal speed, and
 * strokes overlap in time, so that corners are rounded the more the faster one writes.
 */
import type { Dice } from './dice.ts';
import type { Plan } from './hand.ts';

export interface PenPath {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 where the pen is on the paper. */
  readonly down: Uint8Array;
  /** Relative to the median while writing. */
  readonly speed: Float64Array;
}

interface Stroke {
  readonly start: number;
  /** Median of the time from its start. */
  readonly median: number;
  readonly radius: number;
  readonly angle: number;
  readonly bend: number;
}

export function tracePlan(plan: Plan, dice: Dice): PenPath {
  const strokes = strokesOf(plan);
  const last = strokes.at(-1);
  const end = last ? last.start + last.median * (1 + 4.2 * plan.spread) : 1;
  const points = Math.round(Math.min(620, Math.max(60, 9 * strokes.length)));
  const path = {
    x: new Float64Array(points).fill(plan.targets[0]?.x ?? 0),
    y: new Float64Array(points).fill(plan.targets[0]?.y ?? 0),
    down: new Uint8Array(points),
    speed: new Float64Array(points),
  };
  const every = end / (points - 1);
  for (const { start, median, radius, angle, bend } of strokes) {
    for (let at = Math.max(0, Math.floor(start / every)); at < points; at += 1) {
      const passed = at * every - start;
      const done = passed > 0 ? normalShare(Math.log(passed / median) / plan.spread) : 0;
      const turn = angle + bend * done;
      path.x[at] = (path.x[at] ?? 0) + radius * (Math.sin(turn) - Math.sin(angle));
      path.y[at] = (path.y[at] ?? 0) + radius * (Math.cos(angle) - Math.cos(turn));
    }
  }
  markDown(path.down, plan, strokes, every);
  if (plan.tremor > 0) shake(path, plan.tremor, dice);
  measureSpeed(path);
  return path;
}

function strokesOf(plan: Plan): Stroke[] {
  let start = 0;
  return plan.targets.slice(1).map((target, at) => {
    const from = plan.targets[at] ?? target;
    const [dx, dy] = [target.x - from.x, target.y - from.y];
    const length = Math.hypot(dx, dy) + 1e-6;
    const bend = Math.sign(target.bend || 1) * Math.min(3.6, Math.max(0.01, Math.abs(target.bend)));
    const median = 0.2 * Math.exp(plan.pace[at] ?? 0) * (0.75 + (0.25 * Math.min(length, 4)) / 1.5);
    const stroke = {
      ...{ start, median, bend, angle: Math.atan2(dy, dx) - bend / 2 },
      radius: length / (2 * Math.sin(bend / 2)),
    };
    start += plan.overlap * plan.spread * median * 1.15;
    return stroke;
  });
}

/** Of the normal distribution, to 0.01. */
function normalShare(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z));
}

/** The pen is up while a lifted stroke is the one that runs. */
function markDown(down: Uint8Array, plan: Plan, strokes: readonly Stroke[], every: number): void {
  let runs = 0;
  for (let at = 0; at < down.length; at += 1) {
    for (;;) {
      const [now, next] = [strokes[runs], strokes[runs + 1]];
      if (!now || !next) break;
      if ((now.start + now.median + next.start + next.median) / 2 > at * every) break;
      runs += 1;
    }
    down[at] = plan.targets[runs + 1]?.lifted ? 0 : 1;
  }
  if (!down.includes(1)) down.fill(1);
}

function shake({ x, y }: PenPath, tremor: number, dice: Dice): void {
  for (const line of [x, y]) {
    const shakes = dice.chain(line.length, tremor * 2, 0.8);
    for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (shakes[at] ?? 0);
  }
}

function measureSpeed({ x, y, down, speed }: PenPath): void {
  for (let at = 0; at < x.length; at += 1) {
    const before = Math.max(0, at - 1);
    const [dx, dy] = [(x[at] ?? 0) - (x[before] ?? 0), (y[at] ?? 0) - (y[before] ?? 0)];
    speed[at] = Math.hypot(dx, dy);
  }
  const writing = speed.filter((_, at) => down[at] === 1).sort();
  const median = (writing[writing.length >> 1] ?? 0) + 1e-6;
  for (let at = 0; at < speed.length; at += 1) speed[at] = (speed[at] ?? 0) / median;
}
