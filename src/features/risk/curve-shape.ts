import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { CapacityPoint } from '../../domain/risk/capacity.ts';
import type { Estimate } from '../../domain/risk/estimate.ts';
import { placeLabels, type LabelPlace } from './curve-labels.ts';

/** Room for the scale's numbers at the left, px. */
export const CURVE_LEFT = 34;
/** Height of the drawing from 0 to 100 %, px. */
export const CURVE_HEIGHT = 148;
/** The slider's thumb below the curve, px: its centre stops half a thumb from the control's ends. */
const THUMB = 32;
const LARGEST = 30;
/** The marker's figure stands this far below the marker, px. */
const FIGURE_BELOW = 17;

/** What is written at the lines and at the marker. */
export interface LineWords {
  readonly all: string;
  readonly novel: string;
  readonly random: string;
  readonly figure: string;
}

/** No inspection catches nothing: where every curve starts. */
const NOTHING: Estimate = { value: 0, low: 0, high: 0 };

type Pick = (point: CapacityPoint) => Estimate;
const all: Pick = (point) => point.caught;
const novel: Pick = (point) => point.caughtNovel;

/** The pixels of the capacity curve for a drawing of this width (px). */
export function shapeCurve(points: readonly CapacityPoint[], width: number) {
  const x = scaleLinear([0, LARGEST], [0, width]);
  const y = scaleLinear([0, 1], [CURVE_HEIGHT, 0]);

  const along = (pick: Pick): { at: number; of: Estimate }[] => [
    { at: 0, of: NOTHING },
    ...points.map((point) => ({ at: point.capacity, of: pick(point) })),
  ];
  const lineOf = line<{ at: number; of: Estimate }>(
    (d) => x(d.at),
    (d) => y(d.of.value),
  );
  const bandOf = area<{ at: number; of: Estimate }>(
    (d) => x(d.at),
    (d) => y(d.of.low),
    (d) => y(d.of.high),
  );
  const at = (pick: Pick, capacity: number): Estimate => {
    const point = points[capacity - 1];
    return point ? pick(point) : NOTHING;
  };

  /** Height of a curve at any x, px. */
  const heightAt =
    (pick: Pick) =>
    (px: number): number => {
      const capacity = Math.max(0, Math.min(LARGEST, x.invert(px)));
      const before = Math.floor(capacity);
      const [from, to] = [at(pick, before).value, at(pick, Math.min(LARGEST, before + 1)).value];
      return y(from + (to - from) * (capacity - before));
    };

  /** The marker's figure: on the free side of it near the right edge, below the line. */
  function figure(capacity: number): LabelPlace & { leftward: boolean } {
    const leftward = capacity > 24;
    const below = y(at(all, capacity).value) + FIGURE_BELOW;
    return {
      x: x(capacity) + (leftward ? -10 : 10),
      y: Math.min(CURVE_HEIGHT - 6, below),
      leftward,
    };
  }

  /** Places of the three lines' names, in this order: all, never seen, random. */
  function labels(capacity: number, words: LineWords): LabelPlace[] {
    return placeLabels(
      [
        { y: heightAt(all), text: words.all },
        { y: heightAt(novel), text: words.novel },
        { y: (px) => y((px / width) * (LARGEST / 100)), text: words.random },
      ],
      {
        ...{ width, height: CURVE_HEIGHT, marker: x(capacity) },
        figure: { ...figure(capacity), text: words.figure },
      },
    );
  }

  return {
    x,
    y,
    allLine: lineOf(along(all)) ?? '',
    allBand: bandOf(along(all)) ?? '',
    novelLine: lineOf(along(novel)) ?? '',
    novelBand: bandOf(along(novel)) ?? '',
    randomLine: `M0 ${CURVE_HEIGHT}L${x(LARGEST)} ${y(LARGEST / 100)}`,
    grid: [0, 25, 50, 75, 100].map((percent) => ({ percent, y: y(percent / 100) })),
    figure,
    labels,
    heights: { all: heightAt(all), novel: heightAt(novel) },
    /** Where the slider must stand for its thumb to be under the curve's marker, px. */
    slider: { left: x(1) - THUMB / 2, width: x(LARGEST) - x(1) + THUMB },
  };
}
