/** Where the names of the curve's lines stand, px in the drawing. */
export interface LabelPlace {
  /** Right end of the text. */
  readonly x: number;
  /** Foot of the text. */
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line as a function of x, and the text that names it. */
export interface NamedLine {
  readonly y: (x: number) => number;
  readonly text: string;
}

/** Above and below the foot of a text of 13 px, px. */
const RISE = 11;
const FALL = 3;
/** Between a label and its own line, px. */
const GAP = 5;
/** Nothing reads as the marker's figure that is this far from it, px. */
const FROM_FIGURE = 24;
/** Step at which lines are looked at, px. */
const STEP = 4;
/** The worth of a clash against 1 px of distance from the line's right end. */
const CLASH = 1000;
/** A text may be crossed by the marker, which is thin and moves, rather than lie on a line. */
const CROSSED = 300;

/** About the width of a text of 13 px: Hangul is square. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u1100' ? 13 : 7), 0);
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function alongX(box: Box): number[] {
  const steps = Math.ceil((box.right - box.left) / STEP);
  return Array.from({ length: steps + 1 }, (_, i) => Math.min(box.right, box.left + i * STEP));
}

/** The marker's figure with what must stay free around it. */
function aroundFigure(figure: LabelPlace, width: number, leftward: boolean): Box {
  const left = leftward ? figure.x - width : figure.x;
  return {
    left: left - FROM_FIGURE,
    right: left + width + FROM_FIGURE,
    top: figure.y - RISE - FROM_FIGURE,
    bottom: figure.y + FALL + FROM_FIGURE,
  };
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marker: number;
  readonly figure: LabelPlace & { readonly text: string; readonly leftward: boolean };
}

/**
 * A place for each line's name: as near the right end of its own line as it is free, above or below
 * it, on no line, on no other name and clear of the marker's figure.
 */
export function placeLabels(lines: readonly NamedLine[], drawing: Drawing): LabelPlace[] {
  const taken: Box[] = [
    aroundFigure(drawing.figure, textWidth(drawing.figure.text), drawing.figure.leftward),
  ];
  return lines.map((line) => {
    const width = textWidth(line.text);
    const boxes = candidates(line, width, drawing);
    const costs = boxes.map((box) => costOf(box, line, lines, taken, drawing));
    const best = boxes[costs.indexOf(Math.min(...costs))];
    if (!best) return { x: drawing.width, y: drawing.height };
    taken.push(best);
    return { x: best.right, y: best.bottom - FALL };
  });
}

function candidates(line: NamedLine, width: number, drawing: Drawing): Box[] {
  const boxes: Box[] = [];
  for (let right = drawing.width; right - width >= 0; right -= 2 * STEP) {
    const span = { left: right - width, right, top: 0, bottom: 0 };
    const heights = alongX(span).map(line.y);
    const above = Math.min(...heights) - GAP;
    const below = Math.max(...heights) + GAP;
    boxes.push({ ...span, top: above - RISE - FALL, bottom: above });
    boxes.push({ ...span, top: below, bottom: below + RISE + FALL });
  }
  return boxes.filter((box) => box.top >= -6 && box.bottom <= drawing.height);
}

function costOf(
  box: Box,
  own: NamedLine,
  lines: readonly NamedLine[],
  taken: readonly Box[],
  drawing: Drawing,
): number {
  const xs = alongX(box);
  const onLines = lines.filter((line) =>
    xs.some((x) => line.y(x) > box.top - 2 && line.y(x) < box.bottom + 2),
  ).length;
  const onTaken = taken.filter((other) => overlap(box, other)).length;
  const crossed = box.left < drawing.marker && drawing.marker < box.right ? CROSSED : 0;
  const middle = (box.top + box.bottom) / 2;
  const away = (line: NamedLine): number =>
    Math.min(...xs.map((x) => Math.abs(line.y(x) - middle)));
  // A name that stands nearer to another line would be read as that one's.
  const astray = lines.filter((line) => line !== own && away(line) <= away(own)).length;
  return CLASH * (onLines + onTaken) + CROSSED * astray + crossed + (drawing.width - box.right);
}
