/** Big strokes over, under and through a name. */
import type { Target } from './alphabet.ts';
import type { Dice } from './dice.ts';

export function flourish(dice: Dice, right: number): Target[] {
  const length = Math.max(2.5, right);
  const kind = dice.between(0, 1);
  if (kind < 0.33) return underline(dice, length);
  if (kind < 0.62) return rings(dice, length);
  if (kind < 0.82) return zigzag(dice, length);
  return crossings(dice, length);
}

function underline(dice: Dice, length: number): Target[] {
  const y = dice.between(-1.1, -0.2);
  const stroke: Target[] = [
    { x: dice.between(-0.1, 0.4) * length, y, bend: dice.between(-1, 1), lifted: dice.chance(0.8) },
  ];
  if (dice.chance(0.5)) {
    const start = { x: length * dice.between(0.8, 1), y, bend: dice.between(-2.8, 2.8) };
    stroke.unshift({ ...start, lifted: dice.chance(0.4) });
  }
  const end = { x: length * dice.between(0.6, 1.3), y: y + dice.between(-0.4, 0.9) };
  stroke.push({ ...end, bend: dice.between(-0.7, 0.7), lifted: false });
  if (dice.chance(0.25)) {
    const back = { x: length * dice.between(0.1, 0.5), y: y - dice.between(0.1, 0.5) };
    const again = { x: length * dice.between(0.7, 1.2), y: y - dice.between(0, 0.5) };
    stroke.push({ ...back, bend: dice.between(-3, 3), lifted: false });
    stroke.push({ ...again, bend: dice.between(-0.5, 0.5), lifted: false });
  }
  return stroke;
}

function rings(dice: Dice, length: number): Target[] {
  const centre = { x: length * dice.between(0.3, 0.8), y: dice.between(0.1, 1.2) };
  const wide = length * dice.between(0.2, 0.6);
  const high = dice.between(0.6, 1.7);
  const way = dice.pick([-1, 1]);
  const start = dice.between(0, 2 * Math.PI);
  const tilt = dice.between(-0.2, 0.5) * 0.4;
  const quarters = dice.from(4, 10);
  const free = dice.chance(0.5);
  const stroke = Array.from({ length: quarters }, (_, at): Target => {
    const angle = start + (way * at * Math.PI) / 2;
    const x = wide * Math.cos(angle) * (1 - 0.04 * at);
    const y = high * Math.sin(angle) * (1 - 0.03 * at) + tilt * x;
    const bend = way * dice.between(1.2, 1.8);
    return { x: centre.x + x, y: centre.y + y, bend, lifted: at === 0 && free };
  });
  const end = { x: length * dice.between(0.5, 1.4), y: dice.between(-0.9, 1.4) };
  return [...stroke, { ...end, bend: dice.between(-0.8, 0.8), lifted: false }];
}

function zigzag(dice: Dice, length: number): Target[] {
  const strokes = dice.from(3, 9);
  const step = dice.between(0.1, 0.5);
  const high = dice.between(0.6, 2.6);
  let x = length * dice.between(0.3, 0.9);
  const stroke = Array.from({ length: strokes }, (_, at): Target => {
    x += step;
    const y = (at % 2 === 0 ? high : dice.between(-0.3, 0.1)) * (1 - 0.08 * at);
    return { x: x + dice.between(-0.1, 0.1), y, bend: dice.between(-1.5, 1.5), lifted: false };
  });
  const end = { x: x + dice.between(1, 4), y: dice.between(-0.6, 1.2) };
  return [...stroke, { ...end, bend: dice.between(-0.6, 0.6), lifted: false }];
}

function crossings(dice: Dice, length: number): Target[] {
  const count = dice.from(1, 3);
  return Array.from({ length: count }, (): Target[] => [
    {
      x: dice.between(0, 0.5) * length,
      y: dice.between(-0.6, 2.2),
      bend: dice.between(-2, 2),
      lifted: dice.chance(0.7),
    },
    {
      x: dice.between(0.4, 1.2) * length,
      y: dice.between(-0.8, 2.4),
      bend: dice.between(-1, 1),
      lifted: false,
    },
  ]).flat();
}
