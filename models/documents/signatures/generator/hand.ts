/** Hands: how a person slants, spaces, bends and paces; and what comes out when one writes a text. */
import { ALPHABET, type Script, type Target } from './alphabet.ts';
import { Dice } from './dice.ts';
import { flourish } from './flourish.ts';

export type Text = readonly ({ readonly script: Script; readonly shape: number } | 'space')[];

export interface Hand {
  readonly slant: number;
  readonly width: number;
  readonly space: number;
  readonly capitals: number;
  readonly bend: number;
  readonly bendShift: number;
  /** Strokes begin while others still run: the higher, the later. */
  readonly overlap: number;
  /** Spread of the lognormal speed of a stroke. */
  readonly spread: number;
  readonly lifts: number;
  readonly joins: number;
  /** Share by which letters shrink on the way through a word. */
  readonly decay: number;
  readonly flat: number;
  /** How far this hand's letters are from the alphabet's. */
  readonly own: number;
  readonly slope: number;
  readonly descent: number;
  readonly seed: number;
}

/** A signature as its writer means it: targets, their letter, and how it is paced. */
export interface Plan {
  readonly targets: Target[];
  /** For each target the letter, word or flourish that it moves with. */
  readonly part: number[];
  readonly pace: number[];
  readonly overlap: number;
  readonly spread: number;
  /** 0 light to 1 heavy. */
  readonly pressure: number;
  readonly tremor: number;
  /** 0 fluent to 1 drawn slowly. */
  readonly slowness: number;
}

export function drawText(dice: Dice): Text {
  const kind = dice.between(0, 1);
  const some = (script: Script, count: number): { script: Script; shape: number }[] =>
    Array.from({ length: count }, () => ({ script, shape: dice.below(ALPHABET[script].length) }));
  if (kind < 0.15) return some('han', dice.from(2, 5));
  if (kind < 0.28) return some('hangul', dice.from(2, 4));
  const text: Text[number][] = [];
  if (kind < 0.72) {
    const words = dice.pick([1, 1, 2, 2, 3]);
    for (let word = 0; word < words; word += 1) {
      if (dice.chance(0.9)) text.push(...some('capital', 1));
      text.push(...some('letter', dice.from(2, 9)), 'space');
    }
    return text;
  }
  const initials = dice.from(1, 4);
  for (let initial = 0; initial < initials; initial += 1) {
    text.push(...some('capital', 1));
    if (dice.chance(0.35)) text.push(...some('letter', dice.from(1, 3)));
  }
  return [...text, 'space'];
}

export function drawHand(dice: Dice): Hand {
  return {
    slant: dice.normal(0.18, 0.3),
    width: dice.factor(0.28),
    space: dice.factor(0.25),
    capitals: dice.factor(0.25),
    bend: dice.factor(0.35),
    bendShift: dice.normal(0, 0.25),
    overlap: dice.between(1.5, 3.4),
    spread: dice.between(0.12, 0.34),
    lifts: 1 - dice.between(0, 1) ** 0.25,
    joins: 1 - dice.between(0, 1) ** (1 / 3),
    decay: dice.chance(0.25) ? dice.between(0.03, 0.12) : 0,
    flat: dice.chance(0.33) ? dice.between(0.35, 0.9) : 1,
    own: dice.between(0.04, 0.2),
    slope: dice.normal(0.03, 0.1),
    descent: dice.factor(0.3),
    seed: dice.seed(),
  };
}

/** Another person's hand that resembles `model` by the share `likeness`. */
export function drawLikeHand(dice: Dice, model: Hand, likeness: number): Hand {
  const other = drawHand(dice);
  const blend = (key: Exclude<keyof Hand, 'seed'>): number =>
    likeness * model[key] + (1 - likeness) * other[key];
  const sameLetters = dice.chance(0.6);
  return {
    ...other,
    ...{ slant: blend('slant'), width: blend('width'), space: blend('space') },
    ...{ capitals: blend('capitals'), bend: blend('bend'), bendShift: blend('bendShift') },
    ...{ decay: blend('decay'), flat: blend('flat'), slope: blend('slope') },
    descent: blend('descent'),
    seed: sameLetters ? model.seed : other.seed,
    own: sameLetters ? model.own * dice.between(0.5, 1.5) : other.own,
  };
}

/** The same text and hand always give the same plan. */
export function planOf(text: Text, hand: Hand): Plan {
  const dice = new Dice(hand.seed);
  const letters = new Map<string, Target[]>();
  const targets: Target[] = [{ x: 0, y: 0, bend: 0, lifted: true }];
  const part = [0];
  let [x, size, at] = [0, 1, 0];
  for (const one of text) {
    at += 1;
    if (one === 'space') {
      x += 0.8 * hand.space * dice.between(0.5, 1.5);
      continue;
    }
    const { script, shape } = one;
    const key = `${script} ${shape}`;
    const own = letters.get(key) ?? ownLetter(ALPHABET[script][shape] ?? [], script, hand, dice);
    letters.set(key, own);
    size = script === 'letter' ? size * (1 - hand.decay) : 1;
    const scale = size * (script === 'capital' ? hand.capitals : 1);
    let right = 0;
    own.forEach(({ x: ownX, y: ownY, bend, lifted }, first) => {
      const high = ownY * scale * (script === 'letter' ? hand.flat : 1);
      const wide = ownX * scale * hand.width;
      right = Math.max(right, wide);
      targets.push({
        x: x + wide,
        y: high < -0.3 ? high * hand.descent : high,
        bend,
        lifted: isLifted(script, first === 0, lifted, hand, dice),
      });
      part.push(at);
    });
    const square = script === 'han' || script === 'hangul';
    x += (square ? 2.25 * hand.width : right * 0.96) + 0.12 * hand.space;
  }
  const share = text.length > 0 && text.at(-1) !== 'space' ? 0.1 : 0.5;
  for (let more = dice.chance(share) ? dice.pick([1, 1, 1, 2]) : 0; more > 0; more -= 1) {
    at += 1;
    const stroke = flourish(dice, x);
    targets.push(...stroke);
    part.push(...stroke.map(() => at));
  }
  const placed = targets.map((target) => {
    const slanted = target.x + hand.slant * target.y;
    return { ...target, x: slanted, y: target.y + hand.slope * slanted };
  });
  return {
    ...{ targets: placed, part, overlap: hand.overlap, spread: hand.spread },
    ...{ pace: placed.map(() => dice.normal(0, 0.12)), pressure: dice.between(0, 1) },
    ...{ tremor: 0, slowness: 0 },
  };
}

function ownLetter(shape: readonly Target[], script: Script, hand: Hand, dice: Dice): Target[] {
  const square = script === 'han' || script === 'hangul';
  return shape.map(({ x, y, bend, lifted }) => ({
    x: x + dice.normal(0, hand.own),
    y: y + dice.normal(0, hand.own),
    bend: bend * hand.bend + (square ? 0 : hand.bendShift) + dice.normal(0, square ? 0.1 : 0.3),
    lifted,
  }));
}

function isLifted(
  script: Script,
  first: boolean,
  lifted: boolean,
  hand: Hand,
  dice: Dice,
): boolean {
  if (script === 'letter') return lifted || (first && dice.chance(hand.lifts));
  if (script === 'capital') return lifted;
  return lifted && (first || !dice.chance(hand.joins * 0.6));
}
