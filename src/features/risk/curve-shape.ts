import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { CapacityPoint } from '../../domain/risk/capacity.ts';
import type { Estimate } from '../../domain/risk/estimate.ts';

/** Room for the scale's numbers at the left, px. */
export const CURVE_LEFT = 34;
/** Height of the drawing from 0 to 100 %, px. */
export const CURVE_HEIGHT = 148;
/** The slider's thumb below the curve, px: its centre stops half a thumb from the control's ends. */
const THUMB = 32;
const LARGEST = 30;
/** Rise over the last 8 % of capacity from which a line is too steep to write above. */
const STEEP = 0.25;
/** From a steep line to its label: half of a wide band, px. */
const CLEAR = 24;
/** Two lines of text do not touch when their feet are this far apart, px. */
const APART = 18;
/** The marker's figure stands this far below the marker, px. */
export const FIGURE_BELOW = 17;

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

  /** The label of the whole stands at the upper left of its line, out of the marker's way. */
  function allLabel(capacity: number): { x: number; y: number } {
    const place = capacity >= 11 && capacity <= 15 ? 8 : 14;
    const above = y(at(all, place).high) - 8;
    return above >= 10
      ? { x: x(place), y: above }
      : { x: x(LARGEST), y: y(at(all, LARGEST).low) + 18 };
  }

  /**
   * Where the never-seen line is steep its label stands at its left, at a height where the marker's
   * figure does not; else above or below its end.
   */
  function novelLabel(capacity: number): { x: number; y: number } {
    const end = at(novel, LARGEST);
    const rise = end.value - at(novel, LARGEST - 8).value;
    if (rise > STEEP) {
      const figure = y(at(all, capacity).value) + FIGURE_BELOW;
      const heights = [0.6, 0.45, 0.3].map((part) => part * end.value);
      const free = heights.find((height) => Math.abs(y(height) + 4 - figure) > APART);
      const height = free ?? end.value / 2;
      return { x: x(reaching(height)) - CLEAR, y: y(height) + 4 };
    }
    if (end.value < LARGEST / 100) {
      return { x: x(LARGEST), y: Math.min(CURVE_HEIGHT - 4, y(end.low) + 17) };
    }
    return { x: x(LARGEST), y: Math.max(12, y(end.high) - 7) };
  }

  /** The capacity at which the never-seen line reaches a height, between the whole steps too. */
  function reaching(height: number): number {
    const next = points.find((point) => novel(point).value >= height);
    if (!next) return LARGEST;
    const [before, after] = [at(novel, next.capacity - 1).value, novel(next).value];
    return next.capacity - (after - height) / Math.max(1e-9, after - before);
  }

  /** Random stands on the other side of its line than the never-seen patterns. */
  function randomLabel(): { x: number; y: number } {
    const above = at(novel, LARGEST).value < LARGEST / 100;
    return { x: x(LARGEST), y: y(LARGEST / 100) + (above ? -8 : 19) };
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
    allLabel,
    novelLabel,
    randomLabel,
    /** Where the slider must stand for its thumb to be under the curve's marker, px. */
    slider: { left: x(1) - THUMB / 2, width: x(LARGEST) - x(1) + THUMB },
  };
}
