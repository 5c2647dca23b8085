/**
 * Invented shapes to write with: lower-case-like, capital-like, Han-like characters and Hangul
 * syllables. Nothing here is anybody's signature or a font.
 */
import { Dice } from './dice.ts';
import { HANGUL_CONSONANTS, HANGUL_VOWELS } from './hangul.ts';

/** A point the pen aims at: x-height is 1, y upwards; bend of the way there in radians. */
export interface Target {
  readonly x: number;
  readonly y: number;
  readonly bend: number;
  readonly lifted: boolean;
}
export type Shape = readonly Target[];
export type Script = 'letter' | 'capital' | 'han' | 'hangul';

const to = (x: number, y: number, bend = 0): Target => ({ x, y, bend, lifted: false });
const lift = (x: number, y: number): Target => ({ x, y, bend: 0, lifted: true });

function letter(dice: Dice): Shape {
  const shape: Target[] = [];
  const hooks = dice.from(1, 4);
  const lean = dice.between(-1.4, 1.4);
  const tall = dice.chance(0.17);
  const tailed = !tall && dice.chance(0.2);
  const looped = dice.chance(0.35);
  let x = 0;
  for (let hook = 0; hook < hooks; hook += 1) {
    const high = hook === 0 && tall ? dice.between(1.7, 2.3) : dice.between(0.8, 1.1);
    const low = hook === hooks - 1 && tailed ? dice.between(-1.1, -0.7) : dice.between(-0.08, 0.1);
    x += dice.between(0.15, 0.55);
    shape.push(to(x, high, lean * dice.between(0.5, 1.2)));
    x += looped ? dice.between(-0.45, 0.05) : dice.between(-0.25, 0.3);
    shape.push(to(x, low, dice.between(-0.2, 1.6)));
    if (low < -0.5) {
      const back = to(
        x - dice.between(0.1, 0.5),
        low + dice.between(0.1, 0.4),
        dice.between(-2.2, -0.5),
      );
      shape.push(back);
    }
  }
  if (dice.chance(0.2)) {
    shape.push(to(x + dice.between(-0.3, 0.1), dice.between(0.4, 1), dice.between(-2.5, 2.5)));
    shape.push(to(x + 0.1, dice.between(0, 0.3), dice.between(-1, 2)));
  }
  shape.push(to(x + dice.between(0.1, 0.35), dice.between(0.05, 0.35), dice.between(0.2, 1.2)));
  return shape;
}

function capital(dice: Dice): Shape {
  const height = dice.between(1.7, 2.8);
  const width = dice.between(0.6, 1.9);
  const shape: Target[] = [lift(dice.between(0, width), dice.between(0.4, 1) * height)];
  const strokes = dice.from(3, 8);
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const share = stroke % 2 === 1 ? dice.between(0.7, 1) : dice.between(-0.12, 0.25);
    const y = height * (dice.chance(0.25) ? dice.between(0.3, 0.7) : share);
    const bend = dice.chance(0.5) ? dice.between(-2.6, 2.6) : dice.between(-0.5, 0.5);
    const x = dice.between(0, width);
    shape.push(stroke > 1 && dice.chance(0.18) ? lift(x, y) : to(x, y, bend));
  }
  shape.push(to(width * dice.between(0.8, 1.2), dice.between(0, 0.5), dice.between(-1.5, 1.5)));
  return shape;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Four to eleven strokes in a box of 2 x 2, in one part, two beside each other or one over the other. */
function han(dice: Dice): Shape {
  const strokes = dice.from(4, 12);
  const layout = dice.pick(['whole', 'whole', 'beside', 'over']);
  const shape: Target[] = [];
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const early = stroke < strokes * 0.45;
    let box: Box = { x: 0, y: 0, width: 2, height: 2 };
    if (layout === 'beside') box = { ...box, x: early ? 0 : 0.9, width: early ? 0.85 : 1.1 };
    if (layout === 'over') box = { ...box, y: early ? 1.05 : 0, height: 0.95 };
    for (const { x, y, bend, lifted } of hanStroke(dice)) {
      shape.push({ x: box.x + x * box.width, y: box.y + y * box.height, bend, lifted });
    }
  }
  return shape;
}

function hanStroke(dice: Dice): Shape {
  const kind = dice.between(0, 1);
  const at = (low: number, high: number): number => dice.between(low, high);
  if (kind < 0.34) {
    const y = at(0.1, 0.95);
    return [lift(at(0, 0.25), y), to(at(0.7, 1), y + at(0, 0.12), at(-0.35, 0.05))];
  }
  if (kind < 0.56) {
    const x = at(0.1, 0.9);
    const down = [lift(x, at(0.7, 1)), to(x + at(-0.05, 0.05), at(0, 0.3), at(-0.1, 0.1))];
    return dice.chance(0.3) ? [...down, to(x - 0.15, 0.2, at(-1, 0))] : down;
  }
  if (kind < 0.7) {
    return [lift(at(0.4, 0.8), at(0.6, 1)), to(at(-0.05, 0.3), at(-0.02, 0.3), at(-0.8, -0.2))];
  }
  if (kind < 0.8) {
    return [lift(at(0.3, 0.6), at(0.5, 0.9)), to(at(0.8, 1.1), at(-0.02, 0.3), at(0.1, 0.7))];
  }
  const [x, y] = [at(0.1, 0.9), at(0.1, 0.9)];
  if (kind < 0.9) return [lift(x, y), to(x + at(-0.12, 0.15), y - at(0.08, 0.2))];
  const right = at(0.7, 1);
  const top = at(0.5, 0.95);
  const turn = to(right - at(0, 0.1), at(0, 0.4), at(-0.4, 0.1));
  return [lift(at(0, 0.3), top), to(right, top + 0.05), turn];
}

/** A consonant, a vowel beside or below it, and in four of ten a consonant at the foot. */
function hangul(dice: Dice): Shape {
  const vowel = dice.pick(HANGUL_VOWELS);
  const foot = dice.chance(0.4);
  const low = foot ? 0.85 : 0;
  const high = 2 - low;
  const boxes: [readonly (readonly number[])[], Box][] = vowel.beside
    ? [
        [dice.pick(HANGUL_CONSONANTS), { x: 0, y: low + 0.1 * high, width: 1, height: 0.8 * high }],
        [vowel.strokes, { x: 1.2, y: low, width: 0.7, height: high }],
      ]
    : [
        [
          dice.pick(HANGUL_CONSONANTS),
          { x: 0.3, y: low + 0.5 * high, width: 1.3, height: high / 2 },
        ],
        [vowel.strokes, { x: 0, y: low, width: 1.9, height: 0.4 * high }],
      ];
  const under = { x: 0.35, y: 0, width: 1.4, height: 0.7 };
  if (foot) boxes.push([dice.pick(HANGUL_CONSONANTS), under]);
  return boxes.flatMap(([strokes, box]) =>
    strokes.map(([x = 0, y = 0, bend = 0, lifted = 0]) => ({
      x: box.x + x * box.width,
      y: box.y + y * box.height,
      bend,
      lifted: lifted === 1,
    })),
  );
}

function many(count: number, seed: number, make: (dice: Dice) => Shape): Shape[] {
  const dice = new Dice(seed);
  return Array.from({ length: count }, () => make(dice));
}

/** What all hands write with. */
export const ALPHABET: Readonly<Record<Script, readonly Shape[]>> = {
  letter: many(70, 7, letter),
  capital: many(80, 8, capital),
  han: many(250, 9, han),
  hangul: many(200, 10, hangul),
};
